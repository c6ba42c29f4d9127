import type { Id } from '../../shared/contracts/basics.ts';
import type { InboxRow } from '../../shared/contracts/inbox.ts';
import type { Stop, Timers } from '../clock.ts';
import { agentRoom, conversationRoom, shopRoom } from './rooms.ts';
import type { StaffServer } from './socket-server.ts';

/** How long a shop's rows are gathered before everybody gets them. */
const WINDOW_MS = 300;

export type FeedBroadcast = {
  /** A row changed: at once for its owner and those who look at it, gathered for the rest of the shop. */
  readonly changed: (row: InboxRow) => void;
  /** Position up to which a shop's rows have gone out to everybody. */
  readonly sentUpTo: (shopIds: readonly Id[]) => number;
  readonly stop: () => void;
};

/**
 * The inbox feed. A row sent ahead doesn't move the feed's position: rows of other conversations may still be gathering, and a
 * desk that lost the line now must ask for those again.
 */
export function createFeedBroadcast(io: StaffServer, timers: Timers): FeedBroadcast {
  const gathering = new Map<Id, Map<Id, InboxRow>>();
  const sent = new Map<Id, number>();
  let timer: Stop | null = null;

  const flush = (): void => {
    timer = null;
    for (const [shopId, rows] of gathering) {
      const position = Math.max(...[...rows.values()].map((row) => row.position));
      sent.set(shopId, position);
      io.to(shopRoom(shopId)).emit('feed', { position, rows: [...rows.values()] });
    }
    gathering.clear();
  };

  return {
    changed: (row) => {
      const rooms = [conversationRoom(row.conversationId), ...(row.holder.kind === 'agent' ? [agentRoom(row.holder.agentId)] : [])];
      io.to(rooms).emit('feed', { position: sent.get(row.shopId) ?? 0, rows: [row] });
      const rows = gathering.get(row.shopId) ?? new Map<Id, InboxRow>();
      gathering.set(row.shopId, rows.set(row.conversationId, row));
      timer ??= timers.after(WINDOW_MS, flush);
    },
    sentUpTo: (shopIds) => Math.max(0, ...shopIds.map((shopId) => sent.get(shopId) ?? 0)),
    stop: () => {
      timer?.();
      timer = null;
    },
  };
}
