import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConversationState, Item } from '../../../src/shared/contracts/conversation-state.ts';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { isKnownEvent } from '../../../src/shared/domain/known-versions.ts';
import { foldPage, joinWindows, trimWindow } from '../../../src/shared/domain/reducers/reduce-window.ts';
import { annotate, targetSeqOf } from '../../../src/shared/domain/reducers/window/annotate.ts';
import { anyLog, cutLog, eventsOf, fold } from './random-log/logs.ts';
import { play } from './random-log/play.ts';

const isErasure = (event: LogEvent) => isKnownEvent(event) && event.type === 'content.erased';

/** What a store reads for a page: the range itself, what speaks of it by target, and erasures. */
const readForPage = (log: readonly LogEvent[], from: number, to: number): LogEvent[] =>
  log.filter((event) => {
    const target = targetSeqOf(event);
    const isInside = event.seq >= from && event.seq <= to;
    return isInside || isErasure(event) || (event.seq > to && target !== null && target >= from && target <= to);
  });

/** A log cut twice: `1..first`, `first + 1..second`, and the rest. */
const twiceCutLog = () =>
  anyLog().chain((log) =>
    fc.tuple(fc.nat(log.length), fc.nat(log.length)).map(([a, b]) => ({ log, first: Math.min(a, b), second: Math.max(a, b) })),
  );

describe('window and pages', () => {
  it('are together the whole fold', () => {
    fc.assert(
      fc.property(twiceCutLog(), ({ log, first, second }) => {
        const oldest = foldPage({ from: 1, to: first }, log);
        const middle = foldPage({ from: first + 1, to: second }, log.slice(first));
        const newest = foldPage({ from: second + 1, to: log.length }, log.slice(second));
        expect(joinWindows(oldest, joinWindows(middle, newest))).toEqual(fold(log).window);
      }),
    );
  });

  it('need only the events that a store finds by target', () => {
    fc.assert(
      fc.property(twiceCutLog(), ({ log, first, second }) => {
        const range = { from: first + 1, to: second };
        expect(foldPage(range, readForPage(log, range.from, range.to))).toEqual(foldPage(range, log));
      }),
    );
  });

  it('agree when a page folded earlier is brought up to date', () => {
    fc.assert(
      fc.property(twiceCutLog(), ({ log, first, second }) => {
        const range = { from: 1, to: first };
        const page = foldPage(range, log.slice(0, second));
        expect(log.slice(second).reduce<readonly Item[]>(annotate, page.items)).toEqual(foldPage(range, log).items);
      }),
    );
  });

  it('give back what was trimmed away, also when the log went on meanwhile', () => {
    fc.assert(
      fc.property(cutLog(), fc.integer({ min: 1, max: 30 }), ({ log, cut }, size) => {
        const before = fold(log.slice(0, cut));
        const trimmed: ConversationState = { ...before, window: trimWindow(before.window, size) };
        expect(trimmed.window.items.length).toBe(Math.min(size, before.window.items.length));
        const later = fold(log.slice(cut), trimmed);
        expect(later.head).toEqual(fold(log).head);
        expect(joinWindows(foldPage({ from: 1, to: later.window.from - 1 }, log), later.window)).toEqual(fold(log).window);
      }),
    );
  });

  it('do not join where they do not touch', () => {
    const window = { from: 5, to: 9, items: [] };
    expect(() => joinWindows({ from: 1, to: 3, items: [] }, window)).toThrow('windows do not touch: 3 and 5');
    expect(joinWindows({ from: 1, to: 4, items: [] }, window)).toEqual({ from: 1, to: 9, items: [] });
  });

  it('stay as they are when there is nothing to trim', () => {
    const { window } = fold(fc.sample(anyLog(), { numRuns: 1, seed: 3 })[0] ?? []);
    expect(trimWindow(window, window.items.length)).toBe(window);
    expect(trimWindow(window, window.items.length + 1)).toBe(window);
  });
});

describe('items', () => {
  it('are in the order of the log, inside the window, one for an event at most', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        const { items } = fold(log).window;
        for (const [index, item] of items.entries()) expect(item.seq).toBeGreaterThan(items[index - 1]?.seq ?? 0);
        expect(items.at(-1)?.seq ?? 0).toBeLessThanOrEqual(log.length);
      }),
    );
  });

  it('are annotated by events that name them as target, erasures apart', () => {
    fc.assert(
      fc.property(cutLog(), ({ log, cut }) => {
        const { items } = fold(log.slice(0, cut)).window;
        for (const event of log.slice(cut).filter((one) => !isErasure(one))) {
          const after = annotate(items, event);
          const changed = items.filter((item, index) => JSON.stringify(after[index]) !== JSON.stringify(item)).map((item) => item.seq);
          expect([[], [targetSeqOf(event)]]).toContainEqual(changed);
        }
      }),
    );
  });

  it('stay the same objects, and the same array, where an event changes nothing', () => {
    fc.assert(
      fc.property(cutLog(), ({ log, cut }) => {
        const { items } = fold(log.slice(0, cut)).window;
        for (const event of log.slice(cut)) {
          const after = annotate(items, event);
          const touched = items.filter((item, index) => after[index] !== item);
          const isNamed = (item: Item) => item.seq === targetSeqOf(event) || isErasure(event);
          expect(touched.filter((item) => !isNamed(item))).toEqual([]);
          expect(after === items).toBe(touched.length === 0);
        }
      }),
    );
  });

  it('are not drawn again for an event that shows nothing', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        const before = fold(log);
        const [event] = play([{ type: 'message.delivered', pick: 0, other: 0, yes: true, words: '', ratio: 0, later: 0 }]).slice(-1);
        const after = fold(event ? [{ ...event, seq: log.length + 1 }] : [], before);
        expect(after.head.seq).toBe(log.length + 1);
        expect(after.window.items).toBe(before.window.items);
      }),
    );
  });

  it('are erased alone', () => {
    fc.assert(
      fc.property(cutLog(), ({ log, cut }) => {
        const { items } = fold(log.slice(0, cut)).window;
        for (const event of eventsOf(log.slice(cut), 'content.erased')) {
          const ids = new Set(event.payload.contentIds);
          const after = annotate(items, event);
          const touched = items.filter((item, index) => after[index] !== item);
          expect(touched.every((item) => [...JSON.stringify(item).matchAll(/"contentId":"([^"]+)"/g)].some((match) => ids.has(match[1] ?? '')))).toBe(true);
        }
      }),
    );
  });
});
