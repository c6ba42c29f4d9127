import { expect, it } from 'vitest';
import { createTokenBuckets } from './token-bucket.ts';

it('lets nobody wait for a clock that was set back', () => {
  let now = 10 * 3_600_000;
  const buckets = createTokenBuckets(() => now, { burst: 3, perSecond: 1 });
  expect(buckets.take('lin')).toBe(true);
  now -= 3_600_000;
  expect(buckets.take('lin')).toBe(true);
  expect(buckets.take('lin')).toBe(true);
  expect(buckets.take('lin')).toBe(false);
  now += 1_000;
  expect(buckets.take('lin')).toBe(true);
});

it('lets what costs more empty it sooner', () => {
  const buckets = createTokenBuckets(() => 0, { burst: 25, perSecond: 10 });
  expect([10, 10, 10, 1].map((tokens) => buckets.take('desk', tokens))).toEqual([true, true, false, true]);
});

it('says how long to wait, and for how much', () => {
  let now = 0;
  const buckets = createTokenBuckets(() => now, { burst: 10, perSecond: 2 });
  expect(buckets.waitFor('desk', 10)).toBe(0);
  buckets.take('desk', 10);
  expect([buckets.waitFor('desk'), buckets.waitFor('desk', 10)]).toEqual([500, 5_000]);
  now += 500;
  expect(buckets.waitFor('desk')).toBe(0);
  expect(buckets.take('desk')).toBe(true);
});
