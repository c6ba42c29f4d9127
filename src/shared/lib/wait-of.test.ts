import { expect, it } from 'vitest';
import { waitOf } from './wait-of.ts';

it.each([
  { now: 1_000, wait: 16, when: 'at once' },
  { now: 1_010, wait: 6, when: 'on the way' },
  { now: 1_016, wait: 0, when: 'at its end' },
  { now: 3_601_000, wait: 0, when: 'long after, or by a clock put forward' },
  { now: 999, wait: 0, when: 'by a clock put back' },
])('of 16 ms $wait are left $when', ({ now, wait }) => {
  expect(waitOf(1_000, 16, now)).toBe(wait);
});
