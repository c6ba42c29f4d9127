import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inboxRowSchema, type Feed, type InboxRow } from '../../../src/shared/contracts/inbox.ts';
import { presentInboxRow } from '../../../src/shared/domain/present-inbox-row.ts';
import { EMPTY_INBOX, listedRows, reduceInbox, type InboxState } from '../../../src/shared/domain/reducers/reduce-inbox.ts';
import { anyLog, empty, fold } from './random-log/logs.ts';
import { CUSTOMER, idOf } from './random-log/world.ts';

const beside = { channel: 'web', customer: { id: CUSTOMER.id, name: 'Lin', tier: 'gold' } } as const;

/** The row of a conversation at a seq: the same row for the same two numbers. */
function rowAt(conversation: number, seq: number): InboxRow {
  const status = seq % 3 === 0 ? 'resolved' : 'open';
  const head = { ...empty.head, conversationId: idOf(50 + conversation), seq, episode: { ...empty.head.episode, status } } as const;
  return presentInboxRow(head, { ...beside, position: seq * 10 + conversation });
}

const row = () => fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 12 })).map(([conversation, seq]) => rowAt(conversation, seq));
const part = (): fc.Arbitrary<Feed> => fc.record({ position: fc.nat(200), rows: fc.array(row(), { maxLength: 6 }) });
const parts = () => fc.array(part(), { maxLength: 8 });

const read = (feeds: readonly Feed[], from: InboxState = EMPTY_INBOX): InboxState => feeds.reduce(reduceInbox, from);

/** What a list comes to by its definition: of each conversation the row with the highest seq, and the highest position heard of. */
function expected(feeds: readonly Feed[]): { position: number; rows: Map<string, InboxRow> } {
  const ascending = feeds.flatMap((feed) => feed.rows).toSorted((a, b) => a.seq - b.seq);
  return { position: Math.max(0, ...feeds.map((feed) => feed.position)), rows: new Map(ascending.map((one) => [one.conversationId, one])) };
}

describe('the list', () => {
  it('has the newest row of each conversation, whatever the order and the cuts of the feed', () => {
    fc.assert(
      fc.property(parts(), (feeds) => {
        expect(read(feeds)).toEqual(expected(feeds));
        expect(read(feeds.toReversed())).toEqual(expected(feeds));
      }),
    );
  });

  it('is the same object when a part says nothing new', () => {
    fc.assert(
      fc.property(parts(), (feeds) => {
        const state = read(feeds);
        for (const feed of feeds) expect(reduceInbox(state, feed)).toBe(state);
      }),
    );
  });

  it('never lets an older row replace a newer one', () => {
    fc.assert(
      fc.property(parts(), part(), (feeds, last) => {
        const before = read(feeds);
        const after = reduceInbox(before, last);
        for (const [id, { seq }] of before.rows) expect(after.rows.get(id)?.seq ?? 0).toBeGreaterThanOrEqual(seq);
        expect(after.position).toBeGreaterThanOrEqual(before.position);
      }),
    );
  });

  it('shows open conversations, and a late open row does not bring a resolved one back', () => {
    const resolved = rowAt(1, 9);
    const state = read([{ position: 1, rows: [rowAt(0, 7), resolved] }, { position: 2, rows: [rowAt(1, 8)] }]);
    expect(listedRows(state)).toEqual([rowAt(0, 7)]);
    expect(state.rows.get(resolved.conversationId)).toBe(resolved);
  });
});

describe('a row of the list', () => {
  it('keeps to its contract and is light, whatever the conversation', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        const presented = presentInboxRow(fold(log).head, { ...beside, position: log.length });
        expect(inboxRowSchema.parse(presented)).toStrictEqual(presented);
        expect(JSON.stringify(presented).length).toBeLessThan(2_500);
      }),
    );
  });
});
