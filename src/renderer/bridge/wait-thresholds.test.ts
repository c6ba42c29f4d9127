import { expect, it } from 'vitest';
import { isLate, waitThresholdsOf } from './wait-thresholds.ts';

const sla = { startedAt: 1_000, dueAt: 181_000, breached: false };

it('turns a wait amber when a quarter of the promised time is left, and red when it is over', () => {
  expect(waitThresholdsOf({ waitingSince: 1_000, sla })).toEqual({ amberFrom: 135_000, redFrom: 180_000 });
});

it('counts what the customer had waited before the promise began', () => {
  expect(waitThresholdsOf({ waitingSince: 0, sla })).toEqual({ amberFrom: 136_000, redFrom: 181_000 });
});

it.each([
  [{ waitingSince: 1_000, sla }, 180_999, false],
  [{ waitingSince: 1_000, sla }, 181_000, true],
  [{ waitingSince: 1_000, sla: null }, 9_000_000, false],
  [{ waitingSince: null, sla: null }, 9_000_000, false],
])('calls %j at %d late: %s', (row, now, late) => {
  expect(isLate(row, now)).toBe(late);
});
