import { waitOf } from '../../shared/lib/wait-of.ts';
import type { Clock, Undo } from '../ports/clock.ts';
import type { Peer } from './peer.ts';

const VISIBLE_MS = 16;
const HIDDEN_MS = 1_000;

/** What a subscription has to tell: a message as it is, or a state of which only the newest counts, made when it is sent. */
type Item = { readonly subscriptionId: string; readonly key: string | null; readonly make: () => unknown };

type Queue = { readonly peer: Peer; readonly items: Item[]; flushedAt: number };

/** One subscription's way to its window. */
export type Tap = {
  /** Sends every one, in order. */
  readonly send: (message: unknown) => void;
  /** Sends the newest of its `key` only. */
  readonly sendLatest: (key: string, make: () => unknown) => void;
};

const intervalOf = (peer: Peer): number => (peer.attention() === 'hidden' ? HIDDEN_MS : VISIBLE_MS);

/** Messages to windows in batches: a visible one gets them within 16 ms, a hidden one once a second, all by one timer. */
export class Outbound {
  readonly #clock: Clock;
  readonly #queues = new Map<string, Queue>();
  #cancel: Undo = () => undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  tap(peer: Peer, subscriptionId: string): Tap {
    return {
      send: (message) => this.#add(peer, { subscriptionId, key: null, make: () => message }),
      sendLatest: (key, make) => this.#add(peer, { subscriptionId, key, make }),
    };
  }

  /** A window's attention changed: what waits may be due now. */
  reconsider(): void {
    this.#cancel();
    const waiting = this.#waiting();
    if (waiting.length === 0) return;
    const wait = Math.min(...waiting.map((queue) => this.#waitOf(queue)));
    this.#cancel = this.#clock.after(wait, () => this.#flushDue());
  }

  /** Nothing more of this subscription, or of the whole window. */
  forget(peer: Peer, subscriptionId?: string): void {
    const queue = this.#queues.get(peer.id);
    if (!queue) return;
    if (subscriptionId === undefined) this.#queues.delete(peer.id);
    else queue.items.splice(0, Infinity, ...queue.items.filter((item) => item.subscriptionId !== subscriptionId));
    this.reconsider();
  }

  #waiting(): Queue[] {
    return [...this.#queues.values()].filter(({ items }) => items.length > 0);
  }

  /** Never more than the interval, whatever becomes of the clock, so that no timer is set for longer either. */
  #waitOf({ peer, flushedAt }: Queue): number {
    return waitOf(flushedAt, intervalOf(peer), this.#clock.now());
  }

  #flushDue(): void {
    for (const queue of this.#waiting()) if (this.#waitOf(queue) === 0) this.#flush(queue);
    this.reconsider();
  }

  #flush(queue: Queue): void {
    queue.flushedAt = this.#clock.now();
    queue.peer.send(queue.items.splice(0).map(({ subscriptionId, make }) => ({ subscriptionId, message: make() })));
  }

  #add(peer: Peer, item: Item): void {
    const queue = this.#queues.get(peer.id) ?? { peer, items: [], flushedAt: 0 };
    this.#queues.set(peer.id, queue);
    const isWaiting = item.key !== null && queue.items.some((other) => other.subscriptionId === item.subscriptionId && other.key === item.key);
    if (isWaiting) return;
    queue.items.push(item);
    // Whoever came first has set the timer.
    if (queue.items.length === 1) this.reconsider();
  }
}
