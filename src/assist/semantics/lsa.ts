import type { FeatureVector } from '../classify/vocabulary.ts';
import type { Random } from '../numeric/random.ts';

/** Rows (texts or features) as dense directions: row r is `values[r * width .. (r + 1) * width)`. */
export interface DenseRows {
  width: number;
  values: Float32Array;
}

const powerSteps = 2;

/**
 * Latent semantic analysis: the `width` strongest directions of a text x feature matrix, found by randomized
 * subspace iteration. Returns one row per feature: the sum of a text's feature rows, weighted, is the text's place.
 * Sources: Deerwester et al., "Indexing by Latent Semantic Analysis", JASIS 41(6), 1990;
 * Halko, Martinsson, Tropp, "Finding Structure with Randomness", SIAM Review 53(2), 2011, algorithm 4.4.
 */
export function findDirections(texts: readonly FeatureVector[], featureCount: number, options: { width: number; random: Random }): DenseRows {
  const { width, random } = options;
  let features: DenseRows = { width, values: Float32Array.from({ length: featureCount * width }, () => random() - 0.5) };
  for (let step = 0; step <= powerSteps; step += 1) {
    const places = orthonormalize(placeTexts(texts, features));
    features = gatherFeatures(texts, places, featureCount);
    if (step < powerSteps) features = orthonormalize(features);
  }
  return orthonormalize(features);
}

/** Places texts among the directions: one row per text, length one (or zero when none of its features is known). */
export function placeUnitTexts(texts: readonly FeatureVector[], features: DenseRows): DenseRows {
  const places = placeTexts(texts, features);
  for (let row = 0; row < texts.length; row += 1) scaleRow(places, row);
  return places;
}

function placeTexts(texts: readonly FeatureVector[], features: DenseRows): DenseRows {
  const { width } = features;
  const values = new Float32Array(texts.length * width);
  texts.forEach((text, row) => {
    for (let at = 0; at < text.indices.length; at += 1) {
      const from = (text.indices[at] as number) * width;
      const weight = text.values[at] as number;
      for (let cell = 0; cell < width; cell += 1) values[row * width + cell] = (values[row * width + cell] as number) + weight * (features.values[from + cell] as number);
    }
  });
  return { width, values };
}

function gatherFeatures(texts: readonly FeatureVector[], places: DenseRows, featureCount: number): DenseRows {
  const { width } = places;
  const values = new Float32Array(featureCount * width);
  texts.forEach((text, row) => {
    for (let at = 0; at < text.indices.length; at += 1) {
      const to = (text.indices[at] as number) * width;
      const weight = text.values[at] as number;
      for (let cell = 0; cell < width; cell += 1) values[to + cell] = (values[to + cell] as number) + weight * (places.values[row * width + cell] as number);
    }
  });
  return { width, values };
}

/** Makes the columns orthogonal and of length one (modified Gram-Schmidt); a column that vanishes becomes zero. */
function orthonormalize(rows: DenseRows): DenseRows {
  const { width } = rows;
  const count = rows.values.length / width;
  const columns = Array.from({ length: width }, (_, column) => Float64Array.from({ length: count }, (__, row) => rows.values[row * width + column] as number));
  columns.forEach((column, at) => {
    for (let before = 0; before < at; before += 1) subtractShare(column, columns[before] as Float64Array);
    const length = Math.sqrt(dotProduct(column, column));
    const scale = length > 1e-9 ? 1 / length : 0;
    for (let row = 0; row < count; row += 1) column[row] = (column[row] as number) * scale;
  });
  const values = new Float32Array(rows.values.length);
  columns.forEach((column, at) => {
    for (let row = 0; row < count; row += 1) values[row * width + at] = column[row] as number;
  });
  return { width, values };
}

function subtractShare(column: Float64Array, other: Float64Array): void {
  const share = dotProduct(column, other);
  for (let row = 0; row < column.length; row += 1) column[row] = (column[row] as number) - share * (other[row] as number);
}

function dotProduct(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += (left[at] as number) * (right[at] as number);
  return sum;
}

function scaleRow(rows: DenseRows, row: number): void {
  const slice = rows.values.subarray(row * rows.width, (row + 1) * rows.width);
  const length = Math.sqrt(slice.reduce((sum, value) => sum + value * value, 0)) || 1;
  for (let cell = 0; cell < slice.length; cell += 1) slice[cell] = (slice[cell] as number) / length;
}
