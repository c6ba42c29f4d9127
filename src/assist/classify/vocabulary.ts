import { findSlot, type SlotTable, slotTableOf } from '../numeric/slot-table.ts';

/** The features a model knows: their hashes (ascending), where each one is, and how rare it is. */
export interface Vocabulary {
  hashes: Int32Array;
  /** Inverse document frequency by feature: ln((1 + n) / (1 + df)) + 1. */
  idf: Float32Array;
  table: SlotTable;
}

/** A text as its known features and their weights (unit length), and the share of its features that is known. */
export interface FeatureVector {
  indices: Int32Array;
  values: Float32Array;
  knownShare: number;
}

/** Keeps the features that occur in at least `minimumCount` of the documents (each a list of distinct hashes). */
export function buildVocabulary(documents: readonly Int32Array[], minimumCount: number): Vocabulary {
  const counts = countFeatures(documents);
  const kept = [...counts].filter(([, count]) => count >= minimumCount).toSorted((left, right) => left[0] - right[0]);
  const idf = kept.map(([, count]) => Math.log((1 + documents.length) / (1 + count)) + 1);
  return vocabularyOf(Int32Array.from(kept, ([hash]) => hash), Float32Array.from(idf));
}

/** Restores a vocabulary from what was stored. */
export function vocabularyOf(hashes: Int32Array, idf: Float32Array): Vocabulary {
  return { hashes, idf, table: slotTableOf(hashes) };
}

/** An unknown feature lengthens a text by this much of a known one: half-understood texts score lower. */
const unknownLength = 0.3;

/** Binary x idf, scaled to length one (unknown features counted in part). */
export function vectorize(vocabulary: Vocabulary, hashes: Int32Array): FeatureVector {
  const indices = new Int32Array(hashes.length);
  let known = 0;
  for (const hash of hashes) {
    const index = findSlot(vocabulary.table, hash);
    if (index >= 0) indices[known++] = index;
  }
  const share = hashes.length === 0 ? 0 : known / hashes.length;
  const kept = indices.subarray(0, known);
  kept.sort();
  return { indices: kept, values: unitWeights(vocabulary.idf, kept, hashes.length - known), knownShare: share };
}

function unitWeights(idf: Float32Array, indices: Int32Array, unknownCount: number): Float32Array {
  const values = new Float32Array(indices.length);
  let squares = 0;
  for (let at = 0; at < indices.length; at += 1) {
    const weight = idf[indices[at] as number] as number;
    values[at] = weight;
    squares += weight * weight;
  }
  squares *= 1 + (unknownLength * unknownCount) / Math.max(indices.length, 1);
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] as number) * scale;
  return values;
}

function countFeatures(documents: readonly Int32Array[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const hashes of documents) {
    for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  return counts;
}
