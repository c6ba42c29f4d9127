import type { ConversationState } from '../../../shared/contracts/conversation-state.ts';
import { ERRORS, type Failure } from '../../../shared/contracts/errors.ts';
import type { LogEvent } from '../../../shared/contracts/events/envelope.ts';
import { openAnswerSchema, type OpenAnswer } from '../../../shared/contracts/wire/staff-socket.ts';
import { LIMITS } from '../../../shared/lib/limits.ts';
import type { Clock, Undo } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import { backoff } from '../link/backoff.ts';
import type { BackendLink } from '../link/backend-link.ts';
import { createSignal } from '../signal.ts';
import type { Journal } from '../storage/journal.ts';
import { foldEvents } from './fold-events.ts';

/** `loading`: nothing to show yet. `catching-up`: what is shown is known to be behind. */
export type SessionStatus = 'loading' | 'catching-up' | 'current' | 'failed';

export type SessionNews =
  | { readonly kind: 'snapshot'; readonly state: ConversationState }
  | { readonly kind: 'events'; readonly events: readonly LogEvent[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type SessionDeps = { readonly link: BackendLink; readonly journal: Journal; readonly clock: Clock; readonly random: Random };

/** Events kept aside while a catch-up runs; more are dropped, and the catch-up fetches them. */
const ASIDE_MOST = 2 * LIMITS.catchUpEvents;

/** One conversation as the log has it, kept up with by this desk. */
export class Session {
  readonly conversationId: string;
  readonly news = createSignal<SessionNews>();
  /** The status changed, or so many events were fetched while catching up. */
  readonly progress = createSignal<{ readonly fetched: number }>();
  readonly #deps: SessionDeps;
  #state: ConversationState | null;
  #status: SessionStatus;
  #failure: Failure | null = null;
  #running: Promise<void> | null = null;
  #aside: LogEvent[] = [];
  #failures = 0;
  #cancelRetry: Undo = () => undefined;
  #isClosed = false;

  constructor(conversationId: string, deps: SessionDeps) {
    this.conversationId = conversationId;
    this.#deps = deps;
    this.#state = deps.journal.loadConversation(conversationId);
    this.#status = this.#state ? 'current' : 'loading';
  }

  get state(): ConversationState | null {
    return this.#state;
  }

  get status(): SessionStatus {
    return this.#status;
  }

  get failure(): Failure | null {
    return this.#failure;
  }

  /** The last number folded; 0 before the first. */
  get seq(): number {
    return this.#state?.head.seq ?? 0;
  }

  /** Events pushed by the backend. */
  receive(events: readonly LogEvent[]): void {
    if (this.#running || !this.#state) {
      this.#aside = [...this.#aside, ...events].slice(0, ASIDE_MOST);
      return;
    }
    if (this.#fold(events)) return;
    this.#aside = events.filter((event) => event.seq > this.seq);
    this.#fallBehind();
  }

  /** The log reaches to `seq`, somebody says. A question that nobody answered on a line that stayed open is asked again too. */
  noticeHead(seq: number): void {
    if (!this.#running && (seq > this.seq || this.#status === 'catching-up')) this.#fallBehind();
  }

  /** Subscribes and fetches what is missing; whoever comes while it runs waits for the same run. */
  catchUp(): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    this.#cancelRetry();
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelRetry();
    if (this.#state) this.#deps.journal.saveSnapshot(this.#state);
  }

  #become(status: SessionStatus, fetched = 0): void {
    this.#status = status;
    this.progress.emit({ fetched });
  }

  #fallBehind(): void {
    if (this.#state && this.#status !== 'catching-up') this.#become('catching-up');
    void this.catchUp();
  }

  #replace(state: ConversationState): void {
    this.#state = state;
    this.#deps.journal.saveSnapshot(state);
    this.news.emit({ kind: 'snapshot', state });
  }

  /** Folds what follows; false when a number is missing before the rest. */
  #fold(events: readonly LogEvent[]): boolean {
    if (!this.#state) return true;
    const { state, applied, isWhole } = foldEvents(this.#state, events);
    this.#state = state;
    if (applied.length > 0) {
      this.#deps.journal.append(state, applied);
      this.news.emit({ kind: 'events', events: applied });
    }
    return isWhole;
  }

  /** Folds what came aside, in order; what still doesn't fit stays there. */
  #foldAside(): boolean {
    const events = this.#aside.toSorted((one, other) => one.seq - other.seq);
    const isWhole = this.#fold(events);
    this.#aside = isWhole ? [] : events.filter((event) => event.seq > this.seq);
    return isWhole;
  }

  #take(answer: OpenAnswer): { isComplete: boolean; fetched: number } {
    if (answer.kind === 'snapshot') {
      this.#replace(answer.state);
      return { isComplete: this.#foldAside(), fetched: 1 };
    }
    const isWhole = this.#fold(answer.events);
    return { isComplete: isWhole && this.#foldAside() && !answer.more, fetched: answer.events.length };
  }

  #handleFailure(failure: Failure): void {
    if (ERRORS[failure.code].retry === 'later') {
      this.#cancelRetry = this.#deps.clock.after(backoff(this.#failures, this.#deps.random), () => void this.catchUp());
      this.#failures += 1;
      // What is shown may be behind, and is said to be.
      if (this.#state) this.#become('catching-up');
      return;
    }
    this.#failure = failure;
    this.#become('failed');
    this.news.emit({ kind: 'failed', failure });
  }

  /** One question, one answer; true when there is more to ask. */
  #handleAnswer(answer: OpenAnswer): boolean {
    const before = this.seq;
    const { isComplete, fetched } = this.#take(answer);
    this.#failures = 0;
    this.#failure = null;
    // Without progress a further question gets the same answer: the next heartbeat says whether anything is missing.
    const isDone = isComplete || this.seq === before;
    if (isDone) this.#aside = [];
    this.#become(isDone ? 'current' : 'catching-up', fetched);
    return !isDone;
  }

  async #run(): Promise<void> {
    for (let goesOn = true; goesOn; ) {
      const body = { conversationId: this.conversationId, afterSeq: this.#state?.head.seq ?? null };
      const answer = await this.#deps.link.request<OpenAnswer>({ name: 'open', body, answer: openAnswerSchema });
      if (this.#isClosed || answer.kind === 'lost') return;
      if (!answer.result.ok) return this.#handleFailure(answer.result.error);
      goesOn = this.#handleAnswer(answer.result.value);
    }
  }
}
