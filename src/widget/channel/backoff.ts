import type { Random } from './clock.ts';

const FIRST_MS = 500;
const LONGEST_MS = 15_000;
const SHORTEST_MS = 100;

/**
 * Pause before the attempt after `failures` failed ones, in milliseconds: exponential with full jitter, so that pages that lost
 * the same server don't come back in step (after "Exponential Backoff And Jitter", AWS Architecture Blog).
 */
export function backoff(failures: number, random: Random): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 16));
  return SHORTEST_MS + random.fraction() * (ceiling - SHORTEST_MS);
}
