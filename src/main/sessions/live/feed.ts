import { feedSchema, type Feed as FeedPart, type InboxRow } from '../../../shared/contracts/inbox.ts';
import { EMPTY_INBOX, reduceInbox, type InboxState } from '../../../shared/domain/reducers/reduce-inbox.ts';
import type { BackendLink } from '../link/backend-link.ts';
import { createSignal } from '../signal.ts';
import type { Journal } from '../storage/journal.ts';

export type RowChange = { readonly before: InboxRow | null; readonly after: InboxRow };

export type FeedNews = {
  readonly position: number;
  readonly changes: readonly RowChange[];
  /** The list was begun anew: what came before doesn't count, and nothing of it is news. */
  readonly whole: boolean;
};

type Deps = { readonly link: Pick<BackendLink, 'request'>; readonly journal: Pick<Journal, 'loadInbox' | 'saveInbox' | 'replaceInbox'> };

/** The agent's list of conversations, kept up with. */
export class Feed {
  readonly news = createSignal<FeedNews>();
  readonly #deps: Deps;
  #state: InboxState;
  /** Position to ask from. It trails the newest, since a push of a later position may overtake an earlier one. */
  #cursor: number;
  #lastHeartbeat = 0;
  /** Up to where an answer has brought the list, and after that the pushes of each shop. */
  #answered: number;
  readonly #pushed = new Map<string, number>();
  /** The last question got no answer, so what the line pushes may follow a gap. */
  #isUnanswered = false;
  #running: Promise<void> | null = null;
  #aside: FeedPart[] = [];
  #isClosed = false;

  constructor(deps: Deps) {
    this.#deps = deps;
    const cached = deps.journal.loadInbox();
    this.#state = reduceInbox(EMPTY_INBOX, cached);
    this.#cursor = cached.position;
    this.#answered = cached.position;
  }

  get state(): InboxState {
    return this.#state;
  }

  /** A part pushed by the backend. */
  receive(part: FeedPart): void {
    // Applied now, it would move the cursor past what is still being asked for.
    if (this.#running) this.#aside.push(part);
    else this.#take(part);
  }

  /** The feed reaches to `position`, says a heartbeat. */
  noticeHead(position: number): void {
    // All up to the head of the heartbeat before has been sent by now, and has come unless a gap is still being asked about.
    if (!this.#isUnanswered) this.#cursor = Math.max(this.#cursor, Math.min(this.#lastHeartbeat, this.#state.position));
    this.#lastHeartbeat = position;
    if (position > this.#state.position || this.#isUnanswered) void this.catchUp();
  }

  /** What is under way still ends, and brings nothing more: the journal closes behind this. */
  close(): void {
    this.#isClosed = true;
  }

  catchUp(): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    this.#running ??= this.#ask(this.#cursor === 0 ? null : this.#cursor).finally(() => {
      this.#running = null;
      this.#aside.splice(0).forEach((part) => this.#take(part));
    });
    return this.#running;
  }

  /** What a push says to follow and isn't here was lost on the way. */
  #take(part: FeedPart): void {
    if (this.#isClosed) return;
    const [row] = part.rows;
    const known = Math.max(this.#answered, this.#pushed.get(row?.shopId ?? '') ?? 0);
    if (row && part.after !== undefined) this.#pushed.set(row.shopId, part.position);
    this.#apply(part);
    if ((part.after ?? 0) <= known) return;
    this.#isUnanswered = true;
    void this.catchUp();
  }

  #apply(part: FeedPart, whole = false): void {
    const before = whole ? EMPTY_INBOX : this.#state;
    this.#state = reduceInbox(before, part);
    if (this.#state === before && !whole) return;
    const { rows, position } = this.#state;
    const fresh = part.rows.filter((row) => rows.get(row.conversationId) === row);
    this.#deps.journal[whole ? 'replaceInbox' : 'saveInbox'](fresh, this.#cursor);
    this.news.emit({ position, changes: fresh.map((after) => ({ before: before.rows.get(after.conversationId) ?? null, after })), whole });
  }

  #startAnew(part: FeedPart): void {
    this.#cursor = part.position;
    this.#answered = part.position;
    this.#apply(part, true);
  }

  async #ask(afterPosition: number | null): Promise<void> {
    const answer = await this.#deps.link.request<FeedPart>({ name: 'feed', body: { afterPosition }, answer: feedSchema });
    if (this.#isClosed) return;
    this.#isUnanswered = answer.kind === 'lost' || !answer.result.ok;
    if (answer.kind === 'lost' || !answer.result.ok) return;
    const part = answer.result.value;
    if (afterPosition === null) return this.#startAnew(part);
    // The server is behind what we have seen of it: it was put back to an older state.
    if (part.position < afterPosition) return this.#ask(null);
    this.#cursor = part.position;
    this.#answered = part.position;
    this.#apply(part);
  }
}
