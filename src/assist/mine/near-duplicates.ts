import { fnvBasis, fnvStep } from '../numeric/fnv.ts';

const bandCount = 10;
const rowsPerBand = 4;
const wantedOverlap = 0.7;

/**
 * Groups texts that say the same in nearly the same words. Texts are given as their distinct feature hashes.
 * Returns for each text the position of the first text of its group. Candidates are texts that agree in one band
 * of their min-hash signature (probable at an overlap of 0.7); each is checked against the real overlap.
 * Source: Broder, "On the resemblance and containment of documents", 1997.
 */
export function groupNearDuplicates(texts: readonly Int32Array[]): Int32Array {
  const leaders = new Int32Array(texts.length);
  const buckets = new Map<number, number>();
  texts.forEach((hashes, at) => {
    leaders[at] = at;
    for (const key of bandKeys(hashes)) {
      const other = buckets.get(key);
      if (other === undefined) buckets.set(key, at);
      else if (leaders[at] === at && overlap(hashes, texts[other] as Int32Array) >= wantedOverlap) leaders[at] = leaders[other] as number;
    }
  });
  return leaders;
}

function bandKeys(hashes: Int32Array): number[] {
  return Array.from({ length: bandCount }, (_, band) => {
    let key = fnvStep(fnvBasis, band);
    for (let row = 0; row < rowsPerBand; row += 1) {
      const least = leastMixed(hashes, band * rowsPerBand + row + 1);
      key = fnvStep(fnvStep(key, least & 0xffff), least >>> 16);
    }
    return key;
  });
}

/** The smallest hash after mixing with a seed: equal in two sets with the probability of their overlap. */
function leastMixed(hashes: Int32Array, seed: number): number {
  let least = 0xffffffff;
  for (const hash of hashes) {
    let mixed = Math.imul(hash ^ Math.imul(seed, 0x9e3779b1), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    least = Math.min(least, (mixed ^ (mixed >>> 16)) >>> 0);
  }
  return least;
}

/** Jaccard overlap of two ascending lists: shared / all. */
function overlap(left: Int32Array, right: Int32Array): number {
  let shared = 0;
  for (let at = 0, other = 0; at < left.length && other < right.length; ) {
    const difference = (left[at] as number) - (right[other] as number);
    if (difference === 0) shared += 1;
    if (difference <= 0) at += 1;
    if (difference >= 0) other += 1;
  }
  return left.length + right.length === 0 ? 1 : shared / (left.length + right.length - shared);
}
