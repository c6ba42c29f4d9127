import type { Feed } from './feed.ts';
import { isMine } from '../notices/decide-notices.ts';
import type { Held, SessionManager } from './session-manager.ts';

/** Keeps the conversations that this agent owns open, whether a window shows them or not. */
export function followOwned({ me, feed, sessions }: { readonly me: string; readonly feed: Feed; readonly sessions: SessionManager }): void {
  const held = new Map<string, Held>();
  const notLooking = { isLooking: () => false };

  function follow(): void {
    const mine = new Set([...feed.state.rows.values()].filter((row) => isMine(row, me)).map((row) => row.conversationId));
    for (const [conversationId, hold] of held) {
      if (mine.has(conversationId)) continue;
      hold.release();
      held.delete(conversationId);
    }
    for (const conversationId of mine) if (!held.has(conversationId)) held.set(conversationId, sessions.hold(conversationId, notLooking));
  }

  feed.news.on(follow);
  follow();
}
