import { expect, it } from 'vitest';
import { medianInterval } from '../../bench/flow/median-interval.ts';

it('leaves out what lies furthest, as far as 95 % allow', () => {
  expect(medianInterval([9, 1, 8, 2, 7, 3, 6, 4, 5])).toMatchObject({ median: 5, low: 2, high: 8, coverage: expect.closeTo(0.961, 3) });
});

it('makes no interval of fewer than seven values', () => {
  expect(medianInterval([1, 2, 3, 4, 5, 6, 7])).toMatchObject({ median: 4, low: 1, high: 7 });
  expect(() => medianInterval([1, 2, 3, 4, 5, 6])).toThrow('needs 7 values');
});
