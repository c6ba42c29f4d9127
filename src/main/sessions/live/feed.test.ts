import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Feed as FeedPart, InboxRow } from '../../../shared/contracts/inbox.ts';
import { systemClock } from '../../ports/system-clock.ts';
import { systemRandom } from '../../ports/system-random.ts';
import type { Answer } from '../link/pending-requests.ts';
import { openJournal, type Journal } from '../storage/journal.ts';
import { createSeal } from '../storage/seal.ts';
import { Feed } from './feed.ts';

const idOf = (letter: string): string => `01900000-0000-7000-8000-00000000000${letter}`;
const row = (letter: string, position: number): InboxRow => ({
  conversationId: idOf(letter), shopId: idOf('0'), position, seq: position, status: 'open', channel: 'web', language: 'en', customer: { id: idOf('9'), name: 'Mira', tier: 'gold' }, holder: { kind: 'bot' },
  waitingSince: null, last: null, mood: { level: 0, trend: [] }, flags: [], unread: 0, sla: null, snoozedUntil: null, orderNumber: null, intent: null, openActions: 0, approvals: [],
});

type FeedJournal = Pick<Journal, 'loadInbox' | 'saveInbox' | 'replaceInbox'>;
const FORGETFUL: FeedJournal = { loadInbox: () => ({ position: 0, rows: [] }), saveInbox: () => undefined, replaceInbox: () => undefined };

/** A feed over a line whose answers are given by hand; an answer of null is a lost one. */
function feedByHand(journal = FORGETFUL) {
  const asked: unknown[] = [];
  let answer: (part: FeedPart | null) => void = () => undefined;
  let noticeQuestion: () => void = () => undefined;
  const feed = new Feed({
    journal,
    link: {
      request: <T>({ body }: { readonly body: unknown }) => {
        asked.push(body);
        noticeQuestion();
        return new Promise<Answer<T>>((resolve) => {
          answer = (part) => resolve(part === null ? { kind: 'lost' } : { kind: 'answered', result: { ok: true, value: part as T } });
        });
      },
    },
  });
  /** Until all is answered, or something more is asked. */
  const reply = async (part: FeedPart | null): Promise<void> => {
    const isAsked = new Promise<void>((resolve) => void (noticeQuestion = resolve));
    answer(part);
    await Promise.race([feed.catchUp(), isAsked]);
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
  expect(feed.state.rows.get(idOf('b'))?.seq).toBe(210);
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

it.each([['lost', null], ['late', { position: 218, rows: [row('b', 210)] }]])('takes nothing once it is closed: neither a %s answer nor what was pushed meanwhile', async (_kind, answer) => {
  const { feed, asked, reply } = await upTo200();
  const news: unknown[] = [];
  feed.news.on((change) => void news.push(change));
  const asking = feed.catchUp();
  feed.receive({ position: 219, after: 218, rows: [row('c', 219)] });
  feed.close();
  await reply(answer);
  await asking;
  feed.receive({ position: 220, after: 219, rows: [row('d', 220)] });
  feed.noticeHead(230);
  expect({ news, asked: asked.length, position: feed.state.position }).toEqual({ news: [], asked: 2, position: 200 });
});

describe('a list whose rows the disk refused once', () => {
  let folder: string;
  const journals: Journal[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'baton-feed-'));
  });
  afterEach(() => {
    journals.splice(0).forEach((journal) => journal.close());
    rmSync(folder, { recursive: true });
  });

  /** The folder's journal, as one life of a desk has it. After `refuseAfter` so many rows are taken and then none; null takes all. */
  function live() {
    let rowsLeft: number | null = null;
    const bytes = (count: number) => {
      if (rowsLeft === 0) throw new Error('the disk is full');
      rowsLeft = rowsLeft === null ? null : rowsLeft - 1;
      return systemRandom.bytes(count);
    };
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const opened = openJournal({ folder, seal: createSeal(new Uint8Array(32).fill(7), { ...systemRandom, bytes }), clock: systemClock, log, onDamaged: () => undefined });
    if (!opened.ok) throw new Error(opened.error.code);
    journals.push(opened.value);
    return { ...feedByHand(opened.value), refuseAfter: (rows: number | null) => void (rowsLeft = rows) };
  }

  /** What another life would begin with. */
  function kept() {
    const { feed, asked } = live();
    void feed.catchUp();
    return { rows: Object.fromEntries([...feed.state.rows].map(([id, { seq }]) => [id.at(-1), seq])), asked };
  }

  /** At 400, and what came up to 500 is refused. */
  async function refusedOnce() {
    const life = live();
    void life.feed.catchUp();
    await life.reply({ position: 400, rows: [row('a', 390), row('b', 400)] });
    life.refuseAfter(1);
    void life.feed.catchUp();
    await life.reply({ position: 500, rows: [row('b', 450), row('c', 500)] });
    return life;
  }

  it('is asked for from before them, when the desk dies then', async () => {
    await refusedOnce();
    expect(kept()).toEqual({ rows: { a: 390, b: 400 }, asked: [{ afterPosition: 400 }] });
  });

  it('has them with the next write that succeeds', async () => {
    const { feed, refuseAfter } = await refusedOnce();
    refuseAfter(null);
    feed.receive({ position: 501, after: 500, rows: [row('d', 501)] });
    expect(kept()).toEqual({ rows: { a: 390, b: 450, c: 500, d: 501 }, asked: [{ afterPosition: 500 }] });
  });

  it('is replaced whole or not at all, also by a later write', async () => {
    const { feed, reply, refuseAfter } = await refusedOnce();
    void feed.catchUp();
    // Put back to an older state: the list is begun anew.
    await reply({ position: 300, rows: [] });
    await reply({ position: 300, rows: [row('e', 290), row('f', 300)] });
    expect(kept()).toEqual({ rows: { a: 390, b: 400 }, asked: [{ afterPosition: 400 }] });
    refuseAfter(null);
    feed.receive({ position: 301, after: 300, rows: [row('f', 301)] });
    expect(kept()).toEqual({ rows: { e: 290, f: 301 }, asked: [{ afterPosition: 300 }] });
  });
});
