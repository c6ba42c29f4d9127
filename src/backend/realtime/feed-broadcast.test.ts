import { expect, it } from 'vitest';
import type { Feed, InboxRow } from '../../shared/contracts/inbox.ts';
import { createFeedBroadcast } from './feed-broadcast.ts';
import { shopRoom } from './rooms.ts';

const SHOP = 'shop-1';

const row = (conversationId: string, position: number): InboxRow => ({
  conversationId, shopId: SHOP, position, seq: 1, status: 'open', channel: 'web', language: 'en', customer: { id: 'c-1', name: 'Mira', tier: 'gold' }, holder: { kind: 'bot' },
  waitingSince: null, last: null, mood: { level: 0, trend: [] }, flags: [], unread: 0, sla: null, snoozedUntil: null, orderNumber: null, intent: null, openActions: 0, approvals: [],
});

/** A feed whose timers run by hand; tells what the shop was sent and how long each window was to be. */
function feedOver() {
  const windows: number[] = [];
  const sent: Feed[] = [];
  let end: (() => void) | undefined;
  const feed = createFeedBroadcast(
    (rooms, part) => void (rooms.includes(shopRoom(SHOP)) && sent.push(part)),
    {
      after: (ms, run) => {
        windows.push(ms);
        end = run;
        return () => undefined;
      },
    },
  );
  const busy = (conversations: number): void => {
    for (let index = 0; index < conversations; index += 1) feed.changed(row(`c-${index}`, index + 1), index + 1);
    end?.();
  };
  return { feed, busy, endWindow: () => end?.(), windows, sent };
}

it('gathers longer when a whole shop is busy, and shortly again when it calms down', () => {
  const { busy, windows, sent } = feedOver();
  for (const conversations of [3, 200, 4_000, 3, 3]) busy(conversations);
  expect(sent.map(({ rows }) => rows.length)).toEqual([3, 200, 4_000, 3, 3]);
  expect(windows).toEqual([300, 300, 1_000, 2_000, 300]);
});

it('says no more than was told, when a row is newer than that', () => {
  const { feed, endWindow, sent } = feedOver();
  feed.changed(row('c-1', 9), 7);
  feed.changed(row('c-2', 5), 5);
  endWindow();
  expect(sent).toEqual([{ position: 7, after: 0, rows: [row('c-1', 9), row('c-2', 5)] }]);
  expect(feed.sentUpTo([SHOP])).toBe(7);
});
