import { expect, it } from 'vitest';
import { slopeOf, studentPoint } from './slope.ts';

it('finds the slope of a line, however far up it lies', () => {
  const { perStep, low, high } = slopeOf([100, 103, 106, 109, 112, 115]);
  expect([perStep, low, high]).toEqual([3, 3, 3].map((value) => expect.closeTo(value, 9)));
});

it('does not call noise a slope', () => {
  const { low, high } = slopeOf([5, -4, 3, -5, 4, -3, 5, -4, 4, -5]);
  expect(low).toBeLessThan(0);
  expect(high).toBeGreaterThan(0);
});

it('knows the points of Student that tables print', () => {
  expect(studentPoint(10)).toBeCloseTo(2.228, 2);
  expect(studentPoint(30)).toBeCloseTo(2.042, 3);
});
