import { describe, expect, it } from 'vitest';
import { formatClock, waitLevel } from './duration.ts';

describe('formatClock', () => {
  it('shows minutes and seconds, and hours once there are any', () => {
    expect(formatClock(47_999)).toBe('00:47');
    expect(formatClock(102_000)).toBe('01:42');
    expect(formatClock(3_599_000)).toBe('59:59');
    expect(formatClock(3_600_000 + 62_000)).toBe('1:01:02');
  });

  it('never runs below nothing, as when two clocks disagree', () => {
    expect(formatClock(-3000)).toBe('00:00');
  });
});

it('turns amber and red at its thresholds, not after them', () => {
  const thresholds = { amberFrom: 60_000, redFrom: 100_000 };
  const levels = [59_999, 60_000, 99_999, 100_000].map((waited) => waitLevel(waited, thresholds));
  expect(levels).toEqual(['neutral', 'amber', 'amber', 'red']);
});
