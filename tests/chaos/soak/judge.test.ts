import { expect, it } from 'vitest';
import type { Vitals } from './report-vitals.ts';
import { judge } from './judge.ts';

/** A lap of `--messages 400000 --reconnects 5000` in 24 laps. */
const WORK = { messages: 16_700, reconnects: 208 };
const lapsOf = (vary: (lap: number) => Partial<Vitals>): Vitals[] =>
  Array.from({ length: 12 }, (_, lap) => ({ heapBytes: 30e6 + (lap % 3) * 1_000, residentBytes: 90e6 + (lap % 4) * 1e6, externalBytes: 4e6 + (lap % 3) * 10_000, cpuMicros: 0, closures: 9_000 + (lap % 5), handles: 12, files: 30, delayP99: 5, ...vary(lap) }));

it('finds nothing where the heap only wavers', () => {
  expect(judge('desk', lapsOf(() => ({})), WORK).leaks).toEqual([]);
});

it('finds a heap that grows by more than work may leave', () => {
  expect(judge('desk', lapsOf((lap) => ({ heapBytes: 30e6 + lap * 60_000 })), WORK).leaks).toEqual(['heap']);
});

it('finds five hundred bytes for each reconnect', () => {
  expect(judge('backend', lapsOf((lap) => ({ heapBytes: 30e6 + (lap % 3) * 1_000 + lap * 500 * WORK.reconnects })), WORK).leaks).toEqual(['heap']);
});

it('finds what grows outside of the heap', () => {
  expect(judge('backend', lapsOf((lap) => ({ externalBytes: 4e6 + lap * 100_000, residentBytes: 90e6 + lap * 3e6 })), WORK).leaks).toEqual(['external memory', 'resident memory']);
});

it('finds one listener for each reconnect, where the heap wavers by far more', () => {
  const wavering = lapsOf((lap) => ({ heapBytes: 30e6 + (lap % 4) * 2e6, closures: 9_000 + lap * WORK.reconnects }));
  expect(judge('desk', wavering, WORK).leaks).toEqual(['listeners']);
});

it('does not count the warm-up', () => {
  expect(judge('desk', lapsOf((lap) => ({ heapBytes: 30e6 + Math.min(lap, 4) * 1e6 })), WORK).leaks).toEqual([]);
});

it('finds files and handles that stay open', () => {
  expect(judge('desk', lapsOf((lap) => ({ files: 30 + lap, handles: 12 + lap })), WORK).leaks).toEqual(['handles', 'file descriptors']);
});
