import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createStateMemory } from '../../../src/backend/log/state-memory.ts';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { foldPage } from '../../../src/shared/domain/reducers/reduce-window.ts';
import { LIMITS } from '../../../src/shared/lib/limits.ts';
import { fold } from '../shared/random-log/logs.ts';
import { anyMoves } from '../shared/random-log/move.ts';
import { play } from '../shared/random-log/play.ts';
import { CONVERSATION_ID } from '../shared/random-log/world.ts';

/** Logs of several pages. */
const longLog = (): fc.Arbitrary<LogEvent[]> => fc.array(anyMoves(80), { minLength: 6, maxLength: 16 }).map((parts) => play(parts.flat()));

/** What a database that holds the first events of a log answers, and how often it was asked for a whole page. */
function readerOf(log: readonly LogEvent[]) {
  const store = { length: 0, pagesRead: 0 };
  return {
    store,
    newest: async () => {
      store.pagesRead += 1;
      const { head } = fold(log.slice(0, store.length));
      const from = Math.max(1, head.seq - LIMITS.pageItems + 1);
      return { head, window: foldPage({ from, to: head.seq }, log.slice(0, store.length)) };
    },
    eventsAfter: async (_conversationId: string, seq: number, limit: number) => log.slice(seq, Math.min(store.length, seq + limit)),
  };
}

it('what is remembered is what the log says now, however it went on', async () => {
  await fc.assert(
    fc.asyncProperty(longLog(), fc.array(fc.integer({ min: 0, max: 250 }), { minLength: 1, maxLength: 12 }), async (log, steps) => {
      const reader = readerOf(log);
      const read = createStateMemory(reader);
      for (const step of [1, ...steps]) {
        reader.store.length = Math.min(log.length, reader.store.length + step);
        expect(await read(CONVERSATION_ID)).toEqual(await reader.newest());
      }
    }),
  );
});

it('reads a page once, and then what came since', async () => {
  const [log = []] = fc.sample(longLog(), { numRuns: 1, seed: 7 });
  const reader = readerOf(log);
  const read = createStateMemory(reader);
  for (reader.store.length = 1; reader.store.length <= log.length; reader.store.length += 1) await read(CONVERSATION_ID);
  expect(log.length).toBeGreaterThan(LIMITS.pageItems);
  expect(reader.store.pagesRead).toBe(1);
});
