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

/** Messages to windows in batches: a visible one gets them within 16 ms, a hidden one once a second, all by one timer. */
export type Outbound = {
  readonly tap: (peer: Peer, subscriptionId: string) => Tap;
  /** The window's attention changed: what waits may be due now. */
  readonly reconsider: () => void;
  /** Nothing more of this subscription, or of the whole window. */
  readonly forget: (peer: Peer, subscriptionId?: string) => void;
};

export function createOutbound(clock: Clock): Outbound {
  const queues = new Map<string, Queue>();
  let cancel: Undo = () => undefined;

  const dueAt = ({ peer, flushedAt }: Queue): number => flushedAt + (peer.attention() === 'hidden' ? HIDDEN_MS : VISIBLE_MS);

  function flush(queue: Queue): void {
    queue.flushedAt = clock.now();
    queue.peer.send(queue.items.splice(0).map(({ subscriptionId, make }) => ({ subscriptionId, message: make() })));
  }

  function schedule(): void {
    cancel();
    const waiting = [...queues.values()].filter((queue) => queue.items.length > 0);
    if (waiting.length === 0) return;
    const due = Math.min(...waiting.map(dueAt));
    cancel = clock.after(Math.max(0, due - clock.now()), () => {
      waiting.filter((queue) => queue.items.length > 0 && dueAt(queue) <= clock.now()).forEach(flush);
      schedule();
    });
  }

  function queueOf(peer: Peer): Queue {
    const known = queues.get(peer.id) ?? { peer, items: [], flushedAt: 0 };
    queues.set(peer.id, known);
    return known;
  }

  function add(peer: Peer, item: Item): void {
    const { items } = queueOf(peer);
    const isWaiting = item.key !== null && items.some((other) => other.subscriptionId === item.subscriptionId && other.key === item.key);
    if (isWaiting) return;
    items.push(item);
    // Whoever came first has set the timer.
    if (items.length === 1) schedule();
  }

  return {
    tap: (peer, subscriptionId) => ({
      send: (message) => add(peer, { subscriptionId, key: null, make: () => message }),
      sendLatest: (key, make) => add(peer, { subscriptionId, key, make }),
    }),
    reconsider: schedule,
    forget: (peer, subscriptionId) => {
      const queue = queues.get(peer.id);
      if (!queue) return;
      if (subscriptionId === undefined) queues.delete(peer.id);
      else queue.items.splice(0, Infinity, ...queue.items.filter((item) => item.subscriptionId !== subscriptionId));
      schedule();
    },
  };
}
