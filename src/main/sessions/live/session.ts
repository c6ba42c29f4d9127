import type { ConversationState } from '../../../shared/contracts/conversation-state.ts';
import { ERRORS, type Failure } from '../../../shared/contracts/errors.ts';
import type { LogEvent } from '../../../shared/contracts/events/envelope.ts';
import { openAnswerSchema, type OpenAnswer } from '../../../shared/contracts/wire/staff-socket.ts';
import { reduceConversation } from '../../../shared/domain/reducers/reduce-conversation.ts';
import { trimWindow } from '../../../shared/domain/reducers/reduce-window.ts';
import { LIMITS } from '../../../shared/lib/limits.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import { backoff } from '../link/backoff.ts';
import type { BackendLink } from '../link/backend-link.ts';
import { createSignal, type Signal } from '../signal.ts';
import type { Journal } from '../storage/journal.ts';
import { checkEvent } from './check-event.ts';

/** `loading`: nothing to show yet. `catching-up`: what is shown is known to be behind. */
export type SessionStatus = 'loading' | 'catching-up' | 'current' | 'failed';

export type SessionNews =
  | { readonly kind: 'snapshot'; readonly state: ConversationState }
  | { readonly kind: 'events'; readonly events: readonly LogEvent[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** One conversation as the log has it, kept up with by this desk. */
export type Session = {
  readonly conversationId: string;
  readonly state: () => ConversationState | null;
  readonly status: () => SessionStatus;
  readonly failure: () => Failure | null;
  readonly news: Signal<SessionNews>;
  /** Status changed, or so many events were fetched while catching up. */
  readonly progress: Signal<{ readonly fetched: number }>;
  /** Events pushed by the backend. */
  readonly receive: (events: readonly LogEvent[]) => void;
  /** The log reaches to `seq`, somebody says. */
  readonly noticeHead: (seq: number) => void;
  /** Subscribes and fetches what is missing; whoever comes while it runs waits for the same run. */
  readonly catchUp: () => Promise<void>;
  readonly close: () => void;
};

type Deps = { readonly conversationId: string; readonly link: BackendLink; readonly journal: Journal; readonly clock: Clock; readonly random: Random };

const WINDOW_ITEMS_MOST = 2 * LIMITS.pageItems;
/** Events kept aside while a catch-up runs; more are dropped, and the catch-up fetches them. */
const ASIDE_MOST = 2 * LIMITS.catchUpEvents;

export function createSession({ conversationId, link, journal, clock, random }: Deps): Session {
  const news = createSignal<SessionNews>();
  const progress = createSignal<{ readonly fetched: number }>();
  let state = journal.loadConversation(conversationId);
  let status: SessionStatus = state ? 'current' : 'loading';
  let failure: Failure | null = null;
  let running: Promise<void> | null = null;
  let aside: LogEvent[] = [];
  let failures = 0;
  let cancelRetry = () => {};
  let closed = false;

  const seq = (): number => state?.head.seq ?? 0;

  function become(next: SessionStatus, fetched = 0): void {
    status = next;
    progress.emit({ fetched });
  }

  function replace(next: ConversationState): void {
    state = next;
    journal.saveSnapshot(next);
    news.emit({ kind: 'snapshot', state: next });
  }

  /** Folds what follows; false when a number is missing before the rest. */
  function fold(events: readonly LogEvent[]): boolean {
    const applied: LogEvent[] = [];
    let gap = false;
    for (const event of events) {
      if (!state || gap) break;
      const checked = checkEvent(event);
      const reduced = reduceConversation(state, checked);
      if (reduced.kind === 'applied') applied.push(checked);
      gap = reduced.kind === 'gap';
      state = reduced.state;
    }
    if (state && applied.length > 0) {
      if (state.window.items.length > WINDOW_ITEMS_MOST) state = { ...state, window: trimWindow(state.window, LIMITS.pageItems) };
      journal.append(state, applied);
      news.emit({ kind: 'events', events: applied });
    }
    return !gap;
  }

  /** Folds what came aside, in order; what still doesn't fit stays there. */
  function foldAside(): boolean {
    const events = aside.toSorted((one, other) => one.seq - other.seq);
    aside = [];
    if (fold(events)) return true;
    aside = events.filter((event) => event.seq > seq());
    return false;
  }

  function take(answer: OpenAnswer): { complete: boolean; fetched: number } {
    if (answer.kind === 'snapshot') {
      replace(answer.state);
      return { complete: foldAside(), fetched: 1 };
    }
    const whole = fold(answer.events);
    return { complete: whole && foldAside() && !answer.more, fetched: answer.events.length };
  }

  function fail(problem: Failure): void {
    const isPassing = ERRORS[problem.code].retry === 'later';
    if (isPassing) {
      cancelRetry = clock.after(backoff(failures, random), () => void catchUp());
      failures += 1;
      return;
    }
    failure = problem;
    become('failed');
    news.emit({ kind: 'failed', failure: problem });
  }

  async function run(): Promise<void> {
    for (;;) {
      const afterSeq = state?.head.seq ?? null;
      const answer = await link.request<OpenAnswer>({ name: 'open', body: { conversationId, afterSeq }, answer: openAnswerSchema });
      if (closed || answer.kind === 'lost') return;
      if (!answer.result.ok) return fail(answer.result.error);
      const before = seq();
      const { complete, fetched } = take(answer.result.value);
      failures = 0;
      failure = null;
      // Without progress a further question gets the same answer: the next heartbeat says whether anything is missing.
      const isStuck = seq() === before;
      if (complete || isStuck) aside = [];
      become(complete || isStuck ? 'current' : 'catching-up', fetched);
      if (complete || isStuck) return;
    }
  }

  function catchUp(): Promise<void> {
    if (closed) return Promise.resolve();
    cancelRetry();
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  }

  function fallBehind(): void {
    if (state && status !== 'catching-up') become('catching-up');
    void catchUp();
  }

  return {
    conversationId,
    state: () => state,
    status: () => status,
    failure: () => failure,
    news,
    progress,
    catchUp,
    receive: (events) => {
      if (running || !state) {
        aside = [...aside, ...events].slice(0, ASIDE_MOST);
        return;
      }
      if (fold(events)) return;
      aside = events.filter((event) => event.seq > seq());
      fallBehind();
    },
    noticeHead: (head) => {
      if (!running && head > seq()) fallBehind();
    },
    close: () => {
      closed = true;
      cancelRetry();
      if (state) journal.saveSnapshot(state);
    },
  };
}
