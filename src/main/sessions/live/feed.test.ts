import { expect, it } from 'vitest';
import type { Feed as FeedPart, InboxRow } from '../../../shared/contracts/inbox.ts';
import type { Answer } from '../link/pending-requests.ts';
import { Feed } from './feed.ts';

const row = (conversationId: string, position: number): InboxRow => ({
  conversationId, shopId: 'shop-1', position, seq: position, status: 'open', channel: 'web', language: 'en', customer: { id: 'c-1', name: 'Mira', tier: 'gold' }, holder: { kind: 'bot' },
  waitingSince: null, last: null, mood: { level: 0, trend: [] }, flags: [], unread: 0, sla: null, snoozedUntil: null, orderNumber: null, intent: null, openActions: 0, approvals: [],
});

/** A feed with an empty journal, over a line whose answers are given by hand; an answer of null is a lost one. */
function feedByHand() {
  const asked: unknown[] = [];
  let answer: (part: FeedPart | null) => void = () => undefined;
  const feed = new Feed({
    journal: { loadInbox: () => ({ position: 0, rows: [] }), saveInbox: () => undefined, clearInbox: () => undefined },
    link: {
      request: <T>({ body }: { readonly body: unknown }) => {
        asked.push(body);
        return new Promise<Answer<T>>((resolve) => {
          answer = (part) => resolve(part === null ? { kind: 'lost' } : { kind: 'answered', result: { ok: true, value: part as T } });
        });
      },
    },
  });
  const reply = async (part: FeedPart | null): Promise<void> => {
    answer(part);
    await feed.catchUp();
  };
  return { feed, asked, reply };
}

async function upTo200() {
  const hand = feedByHand();
  void hand.feed.catchUp();
  await hand.reply({ position: 200, rows: [row('a', 200)] });
  hand.feed.noticeHead(200);
  return hand;
}

it('asks for a push that was lost, although a later one came', async () => {
  const { feed, asked, reply } = await upTo200();
  feed.receive({ position: 218, after: 210, rows: [row('a', 218)] });
  expect(asked).toEqual([{ afterPosition: null }, { afterPosition: 200 }]);
  await reply({ position: 218, rows: [row('b', 210), row('a', 218)] });
  expect(feed.state.rows.get('b')?.seq).toBe(210);
});

it('asks nothing when each push follows the one before, and a row sent ahead moves no position', async () => {
  const { feed, asked } = await upTo200();
  feed.receive({ position: 0, rows: [row('b', 205)] });
  expect(feed.state.position).toBe(200);
  feed.receive({ position: 210, after: 200, rows: [row('b', 210)] });
  feed.receive({ position: 218, after: 210, rows: [row('a', 218)] });
  feed.noticeHead(218);
  expect(asked).toHaveLength(1);
});

it('asks from before the gap again when the answer about it is lost', async () => {
  const { feed, asked, reply } = await upTo200();
  feed.receive({ position: 218, after: 210, rows: [row('a', 218)] });
  await reply(null);
  feed.noticeHead(218);
  feed.noticeHead(218);
  expect(asked.at(-1)).toEqual({ afterPosition: 200 });
});
