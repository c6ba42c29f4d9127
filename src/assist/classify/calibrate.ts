import { argMax, sigmoid, softmax } from '../numeric/softmax.ts';
import type { Calibration } from './classifier.ts';

/** A row scored by a model that did not see it in training. */
export interface HeldOutRow {
  scores: Float64Array;
  label: number;
  familiarity: number;
}

/** What a model trusts before it has held-out rows. */
const untested = { temperature: 0.3, slope: 2, intercept: -3 };

/** Fits everything that turns scores into probabilities and into "I do not know", on rows held out of training. */
export function calibrate(rows: readonly HeldOutRow[]): Calibration {
  if (rows.length === 0) return { ...untested, abstainBelow: 0 };
  return { temperature: fitTemperature(rows), ...fitConfidence(rows), abstainBelow: abstainThreshold(rows) };
}

/**
 * Logistic regression of "the best label is right" on familiarity, by Newton's method with softened targets.
 * Source: Platt, "Probabilistic Outputs for Support Vector Machines", 1999; Lin, Lin, Weng, 2007.
 */
function fitConfidence(rows: readonly HeldOutRow[]): { slope: number; intercept: number } {
  const right = countRight(rows);
  const targetRight = (right + 1) / (right + 2);
  const targetWrong = 1 / (rows.length - right + 2);
  let slope = 1;
  let intercept = 0;
  for (let round = 0; round < 30; round += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    for (const row of rows) {
      const chance = sigmoid(slope * row.familiarity + intercept);
      const error = chance - (isRight(row) ? targetRight : targetWrong);
      const spread = chance * (1 - chance);
      g0 += error;
      g1 += error * row.familiarity;
      h00 += spread;
      h01 += spread * row.familiarity;
      h11 += spread * row.familiarity ** 2;
    }
    const determinant = h00 * h11 - h01 * h01;
    if (determinant < 1e-12) break;
    intercept -= clamp((h11 * g0 - h01 * g1) / determinant);
    slope -= clamp((h00 * g1 - h01 * g0) / determinant);
  }
  return { slope: Math.max(slope, 0.05), intercept };
}

/** Newton steps far from the solution may overshoot. */
function clamp(step: number): number {
  return Math.max(-2, Math.min(2, step));
}

/**
 * The softmax temperature with the least negative log-likelihood on held-out rows, by golden-section search on its logarithm.
 * Source: Guo, Pleiss, Sun, Weinberger, "On Calibration of Modern Neural Networks", ICML 2017.
 */
function fitTemperature(rows: readonly HeldOutRow[]): number {
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
/** A weak model may not turn away more than this: it asks back instead of falling silent. */
const mostTurnedAway = 0.3;

/**
 * The lowest familiarity at which the answers kept are right 9 times of 10, within what may be turned away:
 * at least the strangest twentieth of the held-out rows, at most three tenths. Learned from in-scope rows alone.
 */
function abstainThreshold(rows: readonly HeldOutRow[]): number {
  const strangest = rows.toSorted((left, right) => left.familiarity - right.familiarity);
  let right = countRight(strangest);
  let at = 0;
  while (at < strangest.length && right / (strangest.length - at) < wantedPrecision) {
    if (isRight(strangest[at] as HeldOutRow)) right -= 1;
    at += 1;
  }
  const least = Math.floor(strangest.length * leastTurnedAway);
  const most = Math.floor(strangest.length * mostTurnedAway);
  return (strangest[Math.min(Math.max(at, least), most)] as HeldOutRow).familiarity;
}

/** How many rows the best score names rightly. */
export function countRight(rows: readonly HeldOutRow[]): number {
  return rows.filter(isRight).length;
}

function isRight(row: HeldOutRow): boolean {
  return argMax(row.scores) === row.label;
}
