import { bucketCount, tokenBuckets, type Turn } from './reply-features.ts';

/** A text or context as weighted buckets, each once. */
export interface TokenBag {
  buckets: Int32Array;
  weights: Float32Array;
}

/** A turn counts this much less than the one after it. */
const turnDecay = 0.7;
/** Only the weightiest buckets of a long context are read. */
const mostBuckets = 160;

/** Inverse document frequency by bucket, ln((1 + n) / (1 + df)), over the texts of a history. */
export function bucketRarity(texts: Iterable<string>): Float32Array {
  const counts = new Float32Array(bucketCount);
  let total = 0;
  for (const text of texts) {
    total += 1;
    for (const bucket of new Set(tokenBuckets(text))) counts[bucket] = (counts[bucket] as number) + 1;
  }
  return counts.map((count) => Math.log((1 + total) / (1 + count)));
}

export function replyBag(rarity: Float32Array, reply: string): TokenBag {
  return bagOf(rarity, [[reply, 1]]);
}

/** The whole context; what was said last counts most. */
export function contextBag(rarity: Float32Array, context: readonly Turn[]): TokenBag {
  return bagOf(rarity, context.map(({ text }, at) => [text, turnDecay ** (context.length - 1 - at)]));
}

function bagOf(rarity: Float32Array, parts: readonly (readonly [text: string, weight: number])[]): TokenBag {
  const bag = new Map<number, number>();
  for (const [text, weight] of parts) {
    for (const bucket of tokenBuckets(text)) bag.set(bucket, Math.max(bag.get(bucket) ?? 0, weight * (rarity[bucket] as number)));
  }
  let entries = [...bag].filter(([, weight]) => weight > 0);
  if (entries.length > mostBuckets) entries = entries.toSorted((left, right) => right[1] - left[1] || left[0] - right[0]).slice(0, mostBuckets);
  return { buckets: Int32Array.from(entries, ([bucket]) => bucket), weights: Float32Array.from(entries, ([, weight]) => weight) };
}

/** How much of a reply's rare words the context already holds: shared weight / length of the reply. Asked-for things are answered by name. */
export function sharedWords(context: TokenBag, reply: TokenBag): number {
  const inContext = new Map<number, number>();
  context.buckets.forEach((bucket, at) => inContext.set(bucket, context.weights[at] as number));
  let shared = 0;
  let squares = 0;
  for (let at = 0; at < reply.buckets.length; at += 1) {
    const weight = reply.weights[at] as number;
    squares += weight * weight;
    shared += Math.min(inContext.get(reply.buckets[at] as number) ?? 0, weight) * weight;
  }
  return squares > 0 ? shared / Math.sqrt(squares) : 0;
}

/** Cosine of two bags. */
export function bagCosine(left: TokenBag, right: TokenBag): number {
  const inLeft = new Map<number, number>();
  left.buckets.forEach((bucket, at) => inLeft.set(bucket, left.weights[at] as number));
  let dot = 0;
  right.buckets.forEach((bucket, at) => {
    dot += (inLeft.get(bucket) ?? 0) * (right.weights[at] as number);
  });
  return dot / (lengthOf(left) * lengthOf(right) || 1);
}

function lengthOf(bag: TokenBag): number {
  return Math.sqrt(bag.weights.reduce((sum, weight) => sum + weight * weight, 0));
}
