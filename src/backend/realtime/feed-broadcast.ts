import type { Id } from '../../shared/contracts/basics.ts';
import type { Feed, InboxRow } from '../../shared/contracts/inbox.ts';
import type { Stop, Timers } from '../clock.ts';
import { agentRoom, conversationRoom, shopRoom } from './rooms.ts';

/** How long a shop's rows are gathered before everybody gets them, at least. */
const WINDOW_MS = 300;
/**
 * The more rows the busiest shop's last window had, the longer the next: a desk gets 200 of them in a second at most, about. All desks of a
 * shop get all of its rows, so what they are sent grows with the square of the shop.
 */
const MS_A_ROW = 5;
const LONGEST_MS = 2_000;

/** Rows of a shop that wait for the end of the window, by conversation, and up to where they go. */
type Gathering = { readonly rows: Map<Id, InboxRow>; position: number };

/** Sends a piece of the feed to everybody in one of the rooms, once each. */
export type TellRooms = (rooms: readonly string[], feed: Feed) => void;

export type FeedBroadcast = {
  /**
   * A row changed: at once for its owner and those who look at it, gathered for the rest of the shop. `position`: of the newest event that
   * was told. The row itself may be newer, and a desk that heard of that would never ask for what other transactions write below it.
   */
  readonly changed: (row: InboxRow, position: number) => void;
  /** Position up to which a shop's rows have gone out to everybody. */
  readonly sentUpTo: (shopIds: readonly Id[]) => number;
  readonly stop: () => void;
};

/**
 * The inbox feed. A row sent ahead doesn't move the feed's position: rows of other conversations may still be gathering, and a
 * desk that lost the line now must ask for those again. All shops have one window: a desk of several has one position.
 */
export function createFeedBroadcast(tell: TellRooms, timers: Pick<Timers, 'after'>): FeedBroadcast {
  const gathering = new Map<Id, Gathering>();
  const sent = new Map<Id, number>();
  let timer: Stop | null = null;
  let windowMs = WINDOW_MS;

  const flush = (): void => {
    timer = null;
    const most = Math.max(...[...gathering.values()].map(({ rows }) => rows.size));
    windowMs = Math.min(Math.max(WINDOW_MS, most * MS_A_ROW), LONGEST_MS);
    for (const [shopId, { rows, position }] of gathering) {
      tell([shopRoom(shopId)], { position, after: sent.get(shopId) ?? 0, rows: [...rows.values()] });
      sent.set(shopId, position);
    }
    gathering.clear();
  };

  return {
    changed: (row, position) => {
      const rooms = [conversationRoom(row.conversationId), ...(row.holder.kind === 'agent' ? [agentRoom(row.holder.agentId)] : [])];
      tell(rooms, { position: 0, rows: [row] });
      const gathered = gathering.get(row.shopId) ?? { rows: new Map<Id, InboxRow>(), position: 0 };
      gathered.rows.set(row.conversationId, row);
      gathered.position = Math.max(gathered.position, position);
      gathering.set(row.shopId, gathered);
      timer ??= timers.after(windowMs, flush);
    },
    sentUpTo: (shopIds) => Math.max(0, ...shopIds.map((shopId) => sent.get(shopId) ?? 0)),
    stop: () => {
      timer?.();
      timer = null;
    },
  };
}
