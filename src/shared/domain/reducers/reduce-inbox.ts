import type { Feed, InboxRow } from '../../contracts/inbox.ts';

/** The list's rows by conversation id, up to a feed position. */
export type InboxState = { readonly position: number; readonly rows: ReadonlyMap<string, InboxRow> };

export const EMPTY_INBOX: InboxState = { position: 0, rows: new Map() };

/** A conversation with nothing more to do leaves the list. */
const isListed = (row: InboxRow): boolean => row.status === 'open';

/**
 * The list after a part of the feed. A row replaces an older row of the same conversation and never a newer one, so parts may
 * come twice, overlap, or be cut anywhere; nothing new returns the same object. Resolved rows stay in the map, marked, so
 * that an old open row can't bring them back.
 */
export function reduceInbox(state: InboxState, feed: Feed): InboxState {
  const isNews = (rows: InboxState['rows'], row: InboxRow): boolean => row.seq > (rows.get(row.conversationId)?.seq ?? -1);
  const fresh = feed.rows.filter((row) => isNews(state.rows, row));
  if (fresh.length === 0 && feed.position <= state.position) return state;
  if (fresh.length === 0) return { position: feed.position, rows: state.rows };
  const rows = new Map(state.rows);
  // Asked again for each, since a part may hold two rows of one conversation.
  for (const row of fresh) if (isNews(rows, row)) rows.set(row.conversationId, row);
  return { position: Math.max(state.position, feed.position), rows };
}

/** The rows a list shows, in no order of their own. */
export const listedRows = (state: InboxState): InboxRow[] => [...state.rows.values()].filter(isListed);
