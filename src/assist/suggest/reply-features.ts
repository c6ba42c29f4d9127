import { fnvBasis, fnvSlice, fnvStep } from '../numeric/fnv.ts';
import { normalize } from '../tokens/normalize.ts';
import { splitRuns } from '../tokens/runs.ts';
import { unitKind } from '../tokens/script.ts';

/** One turn of a conversation. A turn without a role is read like any other. */
export interface Turn {
  role?: string;
  text: string;
}

const bits = 16;
/** Rows of an embedding table: hashed tokens fall into these. */
export const bucketCount = 1 << bits;

/** The hashed tokens of a text for the encoder: Han characters and pairs, Latin words, symbols. */
export function tokenBuckets(text: string): number[] {
  const normalized = normalize(text);
  const buckets: number[] = [];
  for (const { kind, start, end } of splitRuns(normalized)) {
    if (kind !== unitKind.han) buckets.push(bucketOf(fnvSlice(normalized, start, end)));
    else for (let at = start; at < end; at += 1) addHan(normalized, at, end, buckets);
  }
  return buckets;
}

function addHan(text: string, at: number, end: number, buckets: number[]): void {
  const single = fnvStep(fnvBasis, text.charCodeAt(at));
  buckets.push(bucketOf(single));
  if (at + 1 < end) buckets.push(bucketOf(fnvStep(single, text.charCodeAt(at + 1))));
}

function bucketOf(hash: number): number {
  return (hash ^ (hash >>> bits)) & (bucketCount - 1);
}
