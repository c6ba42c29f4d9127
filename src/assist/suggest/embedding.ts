import { bucketCount } from './reply-features.ts';
import type { TokenBag } from './token-bag.ts';

/** Numbers per embedded text. */
export const dimensions = 96;

/** A trained table: one row of signed bytes for each bucket that training touched. */
export interface EmbeddingTable {
  /** Row by bucket, -1 = never seen. */
  rowOf: Int32Array;
  /** Value = byte x scale of its row. */
  scales: Float32Array;
  cells: Int8Array;
}

/** Packs the touched rows of a trained table (bucketCount x dimensions) to a byte per number. */
export function packTable(table: Float32Array, isTouched: Uint8Array): EmbeddingTable {
  const touched = Array.from(isTouched.keys()).filter((bucket) => isTouched[bucket] === 1);
  const packed = emptyTable(touched);
  touched.forEach((bucket, row) => {
    const values = table.subarray(bucket * dimensions, (bucket + 1) * dimensions);
    const scale = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) / 127 || 1;
    packed.scales[row] = scale;
    for (let at = 0; at < dimensions; at += 1) packed.cells[row * dimensions + at] = Math.round((values[at] as number) / scale);
  });
  return packed;
}

/** A table of zeros with a row for each given bucket. */
export function emptyTable(buckets: ArrayLike<number>): EmbeddingTable {
  const rowOf = new Int32Array(bucketCount).fill(-1);
  for (let row = 0; row < buckets.length; row += 1) rowOf[buckets[row] as number] = row;
  return { rowOf, scales: new Float32Array(buckets.length), cells: new Int8Array(buckets.length * dimensions) };
}

/** The direction of a bag: the weighted sum of its rows, scaled to length one (zero when nothing is known). */
export function embed(table: EmbeddingTable, bag: TokenBag): Float32Array {
  const sum = new Float32Array(dimensions);
  for (let at = 0; at < bag.buckets.length; at += 1) {
    const row = table.rowOf[bag.buckets[at] as number] as number;
    if (row < 0) continue;
    const factor = (bag.weights[at] as number) * (table.scales[row] as number);
    const start = row * dimensions;
    for (let cell = 0; cell < dimensions; cell += 1) sum[cell] = (sum[cell] as number) + factor * (table.cells[start + cell] as number);
  }
  return scaleToOne(sum);
}

/** Scales a vector to length one in place; zero stays zero. */
export function scaleToOne(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] as number) / length;
  return vector;
}

export function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += (left[at] as number) * (right[at] as number);
  return sum;
}
