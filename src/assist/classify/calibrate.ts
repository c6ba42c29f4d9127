import { argMax, softmax } from '../numeric/softmax.ts';

/** A row scored by a model that did not see it in training. */
export interface HeldOutRow {
  scores: Float64Array;
  label: number;
  familiarity: number;
}

/**
 * The softmax temperature with the least negative log-likelihood on held-out rows, by golden-section search on its logarithm.
 * Source: Guo, Pleiss, Sun, Weinberger, "On Calibration of Modern Neural Networks", ICML 2017.
 */
export function fitTemperature(rows: readonly HeldOutRow[]): number {
  if (rows.length === 0) return 0.3;
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(0.02);
  let high = Math.log(5);
  for (let step = 0; step < 24; step += 1) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    if (surprise(rows, Math.exp(left)) < surprise(rows, Math.exp(right))) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

function surprise(rows: readonly HeldOutRow[], temperature: number): number {
  let total = 0;
  for (const row of rows) total -= Math.log(Math.max(softmax(row.scores, temperature)[row.label] as number, 1e-12));
  return total;
}

/** Precision that the kept answers should have on held-out rows. */
const wantedPrecision = 0.9;
/** Share of held-out rows that may be turned away even when the precision would be good enough without. */
const leastTurnedAway = 0.05;

/**
 * The lowest familiarity at which the answers kept are right 9 times of 10, but at least the one that turns away
 * the strangest twentieth of the held-out rows. Learned from in-scope rows alone.
 */
export function abstainThreshold(rows: readonly HeldOutRow[]): number {
  const strangest = [...rows].sort((left, right) => left.familiarity - right.familiarity);
  let right = strangest.filter(isRight).length;
  let at = 0;
  while (at < strangest.length && right / (strangest.length - at) < wantedPrecision) {
    if (isRight(strangest[at] as HeldOutRow)) right -= 1;
    at += 1;
  }
  const chosen = strangest[Math.max(at, Math.floor(strangest.length * leastTurnedAway))];
  return chosen ? chosen.familiarity : -Infinity;
}

function isRight(row: HeldOutRow): boolean {
  return argMax(row.scores) === row.label;
}
