/** A median with an interval that holds the true one with at least `coverage`. */
export type MedianInterval = { readonly median: number; readonly low: number; readonly high: number; readonly coverage: number };

const LEAST_COVERAGE = 0.95;
/** The whole range of six reaches 95 % just so; of seven 98 %. */
const LEAST_VALUES = 7;

function choose(n: number, k: number): number {
  let result = 1;
  for (let step = 1; step <= k; step += 1) result = (result * (n - k + step)) / step;
  return result;
}

/** Probability that the true median lies between the k-th smallest and the k-th largest of n values. */
function coverageOf(n: number, k: number): number {
  let outside = 0;
  for (let below = 0; below < k; below += 1) outside += choose(n, below);
  return 1 - (2 * outside) / 2 ** n;
}

/** Throws when so many values make no interval: asked before rounds are run, it spares them. */
export function requireEnough(count: number): void {
  if (!(count >= LEAST_VALUES)) throw new Error(`an interval needs ${LEAST_VALUES} values, and these are ${count}`);
}

/**
 * The median and its interval by order statistics, which ask nothing of the values' distribution (David and Nagaraja, Order
 * Statistics, 7.1). Throws below seven values.
 */
export function medianInterval(values: readonly number[]): MedianInterval {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  requireEnough(n);
  let k = 1;
  while (coverageOf(n, k + 1) >= LEAST_COVERAGE) k += 1;
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return { median: (at(Math.floor((n - 1) / 2)) + at(Math.ceil((n - 1) / 2))) / 2, low: at(k - 1), high: at(n - k), coverage: coverageOf(n, k) };
}

/** The value below which this share of the values lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? Number.NaN;
}

/** As tables print a ratio. */
export const showInterval = ({ median, low, high, coverage }: MedianInterval): string => `${median.toFixed(2)}x, ${(coverage * 100).toFixed(0)} % interval ${low.toFixed(2)}..${high.toFixed(2)}`;
