import type { Clock } from '../clock.ts';

export type BucketSize = { /** Acts at once. */ readonly burst: number; /** Acts a second in the long run. */ readonly perSecond: number };

type Bucket = { tokens: number; at: number };

export type TokenBuckets = {
  /** False when there are not as many in the bucket. */
  readonly take: (principal: string, tokens?: number) => boolean;
  /** Milliseconds until there are as many; `tokens` is no more than a bucket holds. */
  readonly waitFor: (principal: string, tokens?: number) => number;
  /** Forgets full buckets. */
  readonly sweep: () => void;
};

/** One bucket a principal (token bucket). */
export function createTokenBuckets(clock: Clock, size: BucketSize): TokenBuckets {
  const buckets = new Map<string, Bucket>();
  // A clock that was set back has let no time pass; it takes nothing away either.
  const filled = (bucket: Bucket, now: number): number => Math.min(size.burst, bucket.tokens + (Math.max(0, now - bucket.at) * size.perSecond) / 1_000);
  return {
    take: (principal, tokens = 1) => {
      const now = clock();
      const bucket = buckets.get(principal) ?? { tokens: size.burst, at: now };
      bucket.tokens = filled(bucket, now);
      bucket.at = now;
      buckets.set(principal, bucket);
      if (bucket.tokens < tokens) return false;
      bucket.tokens -= tokens;
      return true;
    },
    waitFor: (principal, tokens = 1) => {
      const bucket = buckets.get(principal);
      const missing = bucket ? tokens - filled(bucket, clock()) : 0;
      return Math.max(0, Math.ceil((missing / size.perSecond) * 1_000));
    },
    sweep: () => {
      const now = clock();
      for (const [principal, bucket] of buckets) if (filled(bucket, now) >= size.burst) buckets.delete(principal);
    },
  };
}
