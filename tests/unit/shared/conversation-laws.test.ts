import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversationStateSchema } from '../../../src/shared/contracts/conversation-state.ts';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { isKnownEvent } from '../../../src/shared/domain/known-versions.ts';
import { foldConversation, reduceConversation } from '../../../src/shared/domain/reducers/reduce-conversation.ts';
import { reduceHead } from '../../../src/shared/domain/reducers/reduce-head.ts';
import { deepFreeze } from './deep-freeze.ts';
import { anyLog, cutLog, empty, fold } from './random-log/logs.ts';

/** A log cut at random places into parts that cover it. */
const batchedLog = () =>
  anyLog().chain((log) =>
    fc.array(fc.nat(log.length), { maxLength: 10 }).map((cuts) => {
      const edges = [0, ...cuts.toSorted((a, b) => a - b), log.length];
      return { log, batches: edges.slice(1).map((edge, index) => log.slice(edges[index], edge)) };
    }),
  );

const isUnreadable = (event: LogEvent) => !isKnownEvent(event);

describe('the meaning of a log', () => {
  it('is the same in any batching', () => {
    fc.assert(
      fc.property(batchedLog(), ({ log, batches }) => {
        expect(batches.reduce((state, batch) => fold(batch, state), empty)).toEqual(fold(log));
      }),
    );
  });

  it('survives batches that overlap, repeat or come late', () => {
    fc.assert(
      fc.property(cutLog(), fc.nat(), ({ log, cut }, back) => {
        const again = log.slice(Math.max(0, cut - (back % 20)));
        expect(fold(log, fold(again, fold(log.slice(0, cut))))).toEqual(fold(log));
      }),
    );
  });

  it('is not changed by a duplicate: the very same state comes back', () => {
    fc.assert(
      fc.property(cutLog(), ({ log, cut }) => {
        const state = fold(log);
        for (const event of log.slice(0, cut)) expect(reduceConversation(state, event)).toEqual({ kind: 'duplicate', state });
        expect(foldConversation(state, log).state).toBe(state);
      }),
    );
  });

  it('refuses a gap, says which number it needs, and changes nothing', () => {
    fc.assert(
      fc.property(cutLog(), ({ log, cut }) => {
        const [, ...afterGap] = log.slice(cut);
        const state = fold(log.slice(0, cut));
        for (const event of afterGap) {
          const reduced = reduceConversation(state, event);
          expect(reduced).toMatchObject({ kind: 'gap', expected: cut + 1, got: event.seq });
          expect(reduced.state).toBe(state);
        }
        expect(foldConversation(state, afterGap).state).toBe(state);
      }),
    );
  });

  it('stops at a gap inside a batch and keeps what came before it', () => {
    fc.assert(
      fc.property(cutLog(), ({ log, cut }) => {
        fc.pre(cut < log.length - 1);
        const reduced = foldConversation(empty, log.toSpliced(cut, 1));
        expect(reduced).toEqual({ kind: 'gap', state: fold(log.slice(0, cut)), expected: cut + 1, got: cut + 2 });
      }),
    );
  });

  it('lets an event that it cannot read advance the numbers and, unless hidden, the count of newer ones; nothing else', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        for (const event of log.filter(isUnreadable)) {
          const before = fold(log.slice(0, event.seq - 1));
          const after = fold([event], before);
          const newerCount = before.head.newerCount + (event.type === 'hidden' ? 0 : 1);
          expect(after.head).toEqual({ ...before.head, seq: event.seq, publicSeq: event.publicSeq ?? before.head.publicSeq, newerCount });
          const kind = event.type === 'hidden' ? 'hidden' : 'newer';
          expect(after.window.items).toEqual([...before.window.items, { kind, seq: event.seq, at: event.at, actor: event.actor }]);
        }
      }),
    );
  });

  it('is made without touching what it is made of', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        let state = deepFreeze(empty);
        for (const event of log) state = deepFreeze(fold([deepFreeze(event)], state));
        expect(state.head.seq).toBe(log.length);
      }),
    );
  });

  it('keeps to its own contract and survives a transport', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        const state = fold(log);
        expect(conversationStateSchema.parse(state)).toStrictEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
      }),
    );
  });

  it('has a head that needs no window', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        expect(log.reduce(reduceHead, empty.head)).toEqual(fold(log).head);
      }),
    );
  });
});
