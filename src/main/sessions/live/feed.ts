import { feedSchema, type Feed as FeedPart, type InboxRow } from '../../../shared/contracts/inbox.ts';
import { EMPTY_INBOX, reduceInbox, type InboxState } from '../../../shared/domain/reducers/reduce-inbox.ts';
import type { BackendLink } from '../link/backend-link.ts';
import { createSignal, type Signal } from '../signal.ts';
import type { Journal } from '../storage/journal.ts';

export type RowChange = { readonly before: InboxRow | null; readonly after: InboxRow };

export type FeedNews = {
  readonly position: number;
  readonly changes: readonly RowChange[];
  /** The list was begun anew: what came before doesn't count, and nothing of it is news. */
  readonly whole: boolean;
};

/** The agent's list of conversations, kept up with. */
export type Feed = {
  readonly state: () => InboxState;
  readonly news: Signal<FeedNews>;
  readonly receive: (part: FeedPart) => void;
  /** The feed reaches to `position`, says a heartbeat. */
  readonly noticeHead: (position: number) => void;
  readonly catchUp: () => Promise<void>;
};

type Deps = { readonly link: BackendLink; readonly journal: Journal };

export function createFeed({ link, journal }: Deps): Feed {
  const news = createSignal<FeedNews>();
  const cached = journal.loadInbox();
  let state = reduceInbox(EMPTY_INBOX, cached);
  /** Position to ask from. It trails the newest, since a push of a later position may overtake an earlier one. */
  let cursor = cached.position;
  let lastHeartbeat = 0;
  let running: Promise<void> | null = null;
  let aside: FeedPart[] = [];

  function apply(part: FeedPart, whole = false): void {
    const before = whole ? EMPTY_INBOX : state;
    state = reduceInbox(before, part);
    if (state === before && !whole) return;
    const fresh = part.rows.filter((row) => state.rows.get(row.conversationId) === row);
    journal.saveInbox(fresh, cursor);
    news.emit({ position: state.position, changes: fresh.map((after) => ({ before: before.rows.get(after.conversationId) ?? null, after })), whole });
  }

  function startAnew(part: FeedPart): void {
    journal.clearInbox();
    cursor = part.position;
    apply(part, true);
  }

  async function ask(afterPosition: number | null): Promise<void> {
    const answer = await link.request<FeedPart>({ name: 'feed', body: { afterPosition }, answer: feedSchema });
    if (answer.kind === 'lost' || !answer.result.ok) return;
    const part = answer.result.value;
    if (afterPosition === null) return startAnew(part);
    // The server is behind what we have seen of it: it was put back to an older state.
    if (part.position < afterPosition) return ask(null);
    cursor = part.position;
    apply(part);
  }

  function catchUp(): Promise<void> {
    running ??= ask(cursor === 0 ? null : cursor).finally(() => {
      running = null;
      const parts = aside;
      aside = [];
      parts.forEach((part) => apply(part));
    });
    return running;
  }

  return {
    state: () => state,
    news,
    catchUp,
    receive: (part) => {
      // Applied now, it would move the cursor past what is still being asked for.
      if (running) aside.push(part);
      else apply(part);
    },
    noticeHead: (position) => {
      // All up to the head of the heartbeat before has been sent by now.
      cursor = Math.max(cursor, Math.min(lastHeartbeat, state.position));
      lastHeartbeat = position;
      if (position > state.position) void catchUp();
    },
  };
}
