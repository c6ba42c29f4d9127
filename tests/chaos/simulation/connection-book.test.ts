import { describe, expect, it } from 'vitest';
import { createConnectionBook } from './connection-book.ts';

const tokenOf = (claims: object): string => `${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

function begin() {
  const time = { now: 10, clock: 1_000 };
  const book = createConnectionBook({ now: () => time.now, clock: () => time.clock, server: () => 1 });
  return { time, book };
}

describe('the book of connections', () => {
  it('has what was given over one, and when it was asked for', () => {
    const { time, book } = begin();
    const witness = book.watch('page 0');
    witness.knocks({ token: tokenOf({ endsAt: 5_000 }) });
    witness.says('40/customers,{"sid":"x"}');
    witness.hears(7);
    time.now = 20;
    time.clock = 900;
    for (const frame of ['2', '43/customers,7[{"ok":true,"value":1}]', '43/customers,8[{"ok":false}]', '42/customers,["events",[]]', '42/customers,["ended",{}]']) witness.says(frame);
    expect(book.connections).toEqual([
      {
        client: 'page 0', server: 1, sessionId: null, epoch: null, tokenEndsAt: 5_000, knockedAt: 10, knockedClock: 1_000, letInAt: 10,
        given: [{ at: 20, what: 'an answer', askedClock: 1_000 }, { at: 20, what: 'events', askedClock: null }],
      },
    ]);
  });

  it('has the sign-in and the epoch of a desk, and its last token', () => {
    const { book } = begin();
    const tokens = ['first', 'second'].map((sessionId) => tokenOf({ sessionId, endsAt: 5_000 }));
    tokens.forEach((token, index) => book.watch('desk', 1).knocks({ token, epoch: index + 1 }));
    expect(book.connections.map(({ sessionId, epoch }) => [sessionId, epoch])).toEqual([['first', 1], ['second', 2]]);
    expect(book.lastToken('desk')).toBe(tokens[1]);
  });

  it('has a spell of fair weather up to the first foul moment, and none of one that began in foul weather', () => {
    const { time, book } = begin();
    const [fair, foul, open] = [book.watch('desk', 1), book.watch('desk', 1), book.watch('desk', 2)];
    fair.opened(true);
    foul.opened(false);
    open.opened(true);
    time.now = 30;
    fair.spoiled();
    time.now = 40;
    fair.spoiled();
    expect(book.fairSpells()).toEqual([{ viewer: 'desk', life: 1, from: 10, to: 30 }, { viewer: 'desk', life: 2, from: 10, to: 40 }]);
  });

  it('has two spells where something else than the weather kept desks waiting in between', () => {
    const { time, book } = begin();
    const [ended, open] = [book.watch('desk', 1), book.watch('desk', 2)];
    ended.opened(true);
    open.opened(true);
    time.now = 20;
    ended.spoiled();
    time.now = 30;
    book.beginSpells();
    time.now = 50;
    open.spoiled();
    expect(book.fairSpells()).toEqual([{ viewer: 'desk', life: 1, from: 10, to: 20 }, { viewer: 'desk', life: 2, from: 30, to: 50 }, { viewer: 'desk', life: 2, from: 10, to: 30 }]);
  });
});
