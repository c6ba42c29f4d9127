import { describe, expect, it } from 'vitest';
import { checkHistory } from './check-history.ts';
import type { Borrowing, Connection, History, RuleName, Sighting } from './history.ts';
import { AGENT, historyOf, operation, posted } from './sample-history.ts';

const MINUTE = 60_000;
const good = historyOf([posted(1, { id: 'hello', by: 'customer', text: 'hello' }), posted(2, { id: 'one', by: 'agent', text: 'one' })], [operation('one', { place: 1 })]);

const rulesOf = (history: History): RuleName[] => [...new Set(checkHistory(history).map(({ rule }) => rule))];

const connection = (more: Partial<Connection>): Connection => ({
  client: AGENT, server: 1, sessionId: 's', epoch: 1, tokenEndsAt: 15 * MINUTE, knockedAt: 90, knockedClock: 90, letInAt: 100, given: [{ at: 110, what: 'events', askedClock: null }], ...more,
});

const served = (...connections: readonly Connection[]) => rulesOf({ ...good, connections, revocations: [{ sessionId: 'ended', at: 500 }] });

describe('the history checker, of who is served', () => {
  it('finds an older connection that goes on being served', () => {
    const newer = connection({ epoch: 2, knockedAt: 190, letInAt: 200, given: [] });
    expect(served(connection({}), newer)).toEqual([]);
    expect(served(connection({ given: [{ at: 201, what: 'events', askedClock: null }] }), newer)).toEqual(['served-unduly']);
    expect(served(connection({ given: [{ at: 201, what: 'events', askedClock: null }] }), { ...newer, server: 2 })).toEqual([]);
  });

  it('finds a token that is taken after its time', () => {
    const page = connection({ client: 'page 0', sessionId: null, epoch: null });
    const answered = { at: 300, what: 'an answer', askedClock: 15 * MINUTE };
    expect(served(connection({ knockedClock: 15 * MINUTE }))).toEqual(['served-unduly']);
    expect(served(connection({ knockedClock: 15 * MINUTE, letInAt: null, given: [] }))).toEqual([]);
    expect(served({ ...page, given: [answered] })).toEqual(['served-unduly']);
    expect(served({ ...page, given: [{ ...answered, askedClock: 15 * MINUTE - 1 }] }, connection({ given: [answered] }))).toEqual([]);
  });

  it('finds a sign-in that is ended and goes on', () => {
    const before = connection({ sessionId: 'ended' });
    expect(served(before)).toEqual([]);
    expect(served({ ...before, given: [{ at: 501, what: 'heartbeat', askedClock: null }] })).toEqual(['served-unduly']);
    expect(served({ ...before, knockedAt: 501, letInAt: 510, given: [] })).toEqual(['served-unduly']);
    // It knocked before, and came through behind it.
    expect(served({ ...before, knockedAt: 499, letInAt: 510, given: [] })).toEqual([]);
    expect(served({ ...before, knockedAt: 499, letInAt: 510, given: [{ at: 520, what: 'events', askedClock: null }] })).toEqual(['served-unduly']);
  });

  it("finds another's answer, and another's words in the place of the first", () => {
    const borrowed = (answer: Borrowing['answer'], owner = AGENT) => rulesOf({ ...good, borrowings: [{ id: 'one', owner, by: 'rogue', conversationId: good.logs[0]?.conversationId ?? '', answer }] });
    expect(borrowed('refused')).toEqual([]);
    expect(borrowed(null)).toEqual([]);
    expect(borrowed(2)).toEqual(['served-unduly']);
    expect(borrowed('refused', 'somebody whose words are gone')).toEqual(['served-unduly']);
  });

  it('finds a file that is sent and nowhere, twice, broken, or in the wrong hands', () => {
    const attachment = { blobId: 'a'.repeat(64), name: 'one.pdf', mediaType: 'application/pdf', bytes: 1 };
    const withFile = good.logs.map((log) => ({ ...log, events: log.events.map((event) => (event.type === 'message.posted' ? { ...event, content: { text: '', attachments: [attachment], buttons: [] } } : event)) }));
    const files = (more: Partial<History>) => checkHistory({ ...good, operations: [], deskViews: [], pageViews: [], ...more }).map(({ rule }) => rule);
    expect(files({ filesSent: [{ name: 'one.pdf', isAwaited: true }] })).toEqual(['lost']);
    expect(files({ filesSent: [{ name: 'one.pdf', isAwaited: false }] })).toEqual([]);
    expect(files({ filesSent: [{ name: 'one.pdf', isAwaited: true }], logs: withFile })).toContain('doubled');
    expect(files({ filesThere: [{ name: 'one.pdf', found: 'whole', isOpenToOthers: false }] })).toEqual([]);
    expect(files({ filesThere: [{ name: 'one.pdf', found: 'missing', isOpenToOthers: true }] })).toEqual(['lost', 'served-unduly']);
  });

  it('finds a desk that hears of something a heartbeat later, in fair weather', () => {
    const sight = (viewer: string, seq: number, at: number): Sighting => ({ viewer, life: 1, conversationId: 'c', seq, at });
    const late = (heardAt: number, fairTo = 9_000, life = 1) =>
      rulesOf({ ...good, sightings: [sight('one', 1, 10), sight('two', 1, 20), sight('one', 2, 1_000), sight('two', 2, heardAt)], fairSpells: [{ viewer: 'two', life, from: 15, to: fairTo }] });
    expect(late(1_100)).toEqual([]);
    expect(late(5_000)).toEqual(['late']);
    expect(late(5_000, 2_000)).toEqual([]);
    // Entered anew, it doesn't have the conversation open any more.
    expect(late(5_000, 9_000, 2)).toEqual([]);
  });
});
