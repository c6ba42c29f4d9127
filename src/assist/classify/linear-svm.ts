import { permutation, type Random } from '../numeric/random.ts';
import type { FeatureVector } from './vocabulary.ts';

/** One linear separator: score(x) = w . x + bias; a positive score means "is of this class". */
export interface Separator {
  weights: Float32Array;
  bias: number;
}

export interface SvmOptions {
  /** Width of `weights`: the number of features. */
  featureCount: number;
  /** Cost of a mistake. */
  cost: number;
  /** Passes over the rows; rows that no longer matter are left out of later passes. */
  passes: number;
  random: Random;
  /** A weight per row, for rows that count less than a labelled one (self-training); 1 when absent. */
  rowWeights?: Float32Array;
}

export interface PackedRows {
  starts: Int32Array;
  indices: Int32Array;
  values: Float32Array;
}

/** Rows laid end to end in three arrays: what the inner loops run over. */
export function packRows(vectors: readonly FeatureVector[]): PackedRows {
  const starts = new Int32Array(vectors.length + 1);
  vectors.forEach((vector, row) => {
    starts[row + 1] = (starts[row] as number) + vector.indices.length;
  });
  const indices = new Int32Array(starts[vectors.length] as number);
  const values = new Float32Array(indices.length);
  vectors.forEach((vector, row) => {
    indices.set(vector.indices, starts[row]);
    values.set(vector.values, starts[row]);
  });
  return { starts, indices, values };
}

/**
 * L2-regularised, L2-loss linear support vector machine by dual coordinate descent with shrinking.
 * Source: Hsieh, Chang, Lin, Keerthi, Sundararajan, "A Dual Coordinate Descent Method for Large-scale
 * Linear SVM", ICML 2008, algorithm 3. `isPositive[row]` is 1 for rows of the class, 0 for the others.
 */
export function trainSeparator(rows: PackedRows, isPositive: Uint8Array, options: SvmOptions): Separator {
  const weights = new Float64Array(options.featureCount + 1);
  const dual = new Float64Array(isPositive.length);
  const active = permutation(isPositive.length, options.random);
  let activeCount = active.length;
  for (let pass = 0; pass < options.passes; pass += 1) {
    if (pass % recallEvery === 0) activeCount = active.length;
    reshuffle(active, activeCount, options.random);
    activeCount = sweep({ rows, isPositive, options, weights, dual, active, activeCount });
  }
  return { weights: Float32Array.from(weights.subarray(0, options.featureCount)), bias: weights[options.featureCount] as number };
}

interface Sweep {
  rows: PackedRows;
  isPositive: Uint8Array;
  options: SvmOptions;
  weights: Float64Array;
  dual: Float64Array;
  active: Uint32Array;
  activeCount: number;
}

/** How far outside the margin an idle row must lie to be put aside; LIBLINEAR's looser bound trains 3x longer, no better. */
const asideBound = 0.05;
/** Every so many passes the rows put aside are looked at again, so that none stays out by an early mistake. */
const recallEvery = 6;

/** One pass over the active rows. Rows safely outside the margin are put aside; returns how many stay. */
function sweep(state: Sweep): number {
  const { rows, isPositive, options, weights, dual, active } = state;
  const { starts, indices, values } = rows;
  const biasAt = options.featureCount;
  let activeCount = state.activeCount;
  for (let at = 0; at < activeCount; at += 1) {
    const row = active[at] as number;
    const from = starts[row] as number;
    const to = starts[row + 1] as number;
    const sign = isPositive[row] === 1 ? 1 : -1;
    let score = weights[biasAt] as number;
    for (let entry = from; entry < to; entry += 1) score += (weights[indices[entry] as number] as number) * (values[entry] as number);
    const alpha = dual[row] as number;
    const ridge = 0.5 / (options.cost * (options.rowWeights?.[row] ?? 1));
    const gradient = sign * score - 1 + ridge * alpha;
    if (alpha === 0 && gradient > asideBound) {
      activeCount -= 1;
      active[at] = active[activeCount] as number;
      active[activeCount] = row;
      at -= 1;
      continue;
    }
    const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
    if (Math.abs(projected) < 1e-12) continue;
    const curvature = (to > from ? 2 : 1) + ridge;
    const updated = Math.max(alpha - gradient / curvature, 0);
    const step = (updated - alpha) * sign;
    dual[row] = updated;
    for (let entry = from; entry < to; entry += 1) {
      const feature = indices[entry] as number;
      weights[feature] = (weights[feature] as number) + step * (values[entry] as number);
    }
    weights[biasAt] = (weights[biasAt] as number) + step;
  }
  return activeCount;
}

function reshuffle(items: Uint32Array, count: number, random: Random): void {
  for (let last = count - 1; last > 0; last -= 1) {
    const pick = Math.floor(random() * (last + 1));
    const held = items[last] as number;
    items[last] = items[pick] as number;
    items[pick] = held;
  }
}
