import type { PublicEvent } from '../../shared/contracts/events/public-event.ts';
import type { CustomerSyncAnswer } from '../../shared/contracts/wire/customer-socket.ts';
import { EMPTY_THREAD, reduceThread, type Thread } from '../../shared/domain/reducers/reduce-thread.ts';
import type { Answer } from './requests.ts';
import { createStore, type Store } from './store.ts';

/** Asks for the events after a public number. */
export type AskAfter = (afterPublicSeq: number) => Promise<Answer<CustomerSyncAnswer>>;

/** The thread as far as it is known here. */
export type ThreadFeed = {
  readonly thread: Store<Thread>;
  /** Takes events that came by themselves; a gap is caught up. */
  readonly receive: (events: readonly PublicEvent[]) => void;
  /** The far end's log reaches this far: who is behind catches up. */
  readonly hearHead: (publicSeq: number) => void;
  /** Asks "after N" until nothing is missing. Call after every (re)connection, when the subscription is in force. */
  readonly catchUp: () => Promise<void>;
};

/** Events that came between an answer and the next are asked for again rather than kept: the log is the one place they are in. */
export function createThreadFeed(askAfter: AskAfter): ThreadFeed {
  const thread = createStore<Thread>(EMPTY_THREAD);
  let head = 0;
  let underway: Promise<void> | null = null;

  function apply(events: readonly PublicEvent[]): void {
    thread.update((known) => events.reduce((before, event) => reduceThread(before, event).thread, known));
    head = Math.max(head, events.at(-1)?.publicSeq ?? 0);
  }

  /** One question; false when there is no point in another. */
  async function askOnce(): Promise<boolean> {
    const before = thread.get().publicSeq;
    const answer = await askAfter(before);
    if (answer.kind === 'lost' || !answer.result.ok) return false;
    apply(answer.result.value.events);
    const now = thread.get().publicSeq;
    return now > before && (answer.result.value.more || head > now);
  }

  async function ask(): Promise<void> {
    while (await askOnce());
    underway = null;
  }

  const catchUp = () => (underway ??= ask());

  function hearHead(publicSeq: number): void {
    head = Math.max(head, publicSeq);
    if (head > thread.get().publicSeq) void catchUp();
  }

  return {
    thread,
    receive: (events) => {
      apply(events);
      hearHead(head);
    },
    hearHead,
    catchUp,
  };
}
