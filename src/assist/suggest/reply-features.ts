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
  for (const run of splitRuns(normalized)) {
    if (run.kind === unitKind.han) addHan(normalized, run, buckets);
    else buckets.push(bucketOf(fnvSlice(normalized, run.start, run.end)));
  }
  return buckets;
}

function addHan(text: string, { start, end }: { start: number; end: number }, buckets: number[]): void {
  for (let at = start; at < end; at += 1) {
    const single = fnvStep(fnvBasis, text.charCodeAt(at));
    buckets.push(bucketOf(single));
    if (at + 1 < end) buckets.push(bucketOf(fnvStep(single, text.charCodeAt(at + 1))));
  }
}

function bucketOf(hash: number): number {
  return (hash ^ (hash >>> bits)) & (bucketCount - 1);
}
