import { permutation, type Random } from '../numeric/random.ts';
import { dimensions, dot, type EmbeddingTable, packTable } from './embedding.ts';
import { bucketCount } from './reply-features.ts';
import type { TokenBag } from './token-bag.ts';

/** Two tables that put a context and the reply it got near each other. */
export interface DualEncoder {
  contexts: EmbeddingTable;
  replies: EmbeddingTable;
}

/** A context and its reply as bags; replies with the same `sameAs` are one reply and never each other's wrong answer. */
export interface EncoderPair {
  context: TokenBag;
  reply: TokenBag;
  sameAs: string;
}

const batchSize = 64;
/** Sharpness of the softmax over cosines. */
const temperature = 12;
const tokenDropout = 0.2;
const rate = 0.1;
/** Rows are read this many times: 12 passes over a small history, fewer over a large one. */
const wantedReadings = 48_000;

/** One side in training. */
interface Side {
  table: Float32Array;
  /** Mean squared gradient by row, summed up (AdaGrad, one step size per row). */
  moved: Float32Array;
  isTouched: Uint8Array;
}

/** A bag as it was read in this batch: which tokens stayed, its direction, and its length before scaling. */
interface Reading {
  kept: number[];
  direction: Float32Array;
  length: number;
}

/**
 * Trains on pairs alone: within a batch, each context must find its own reply among the others' (in-batch softmax).
 * Sources: Henderson et al., "Efficient Natural Language Response Suggestion for Smart Reply", 2017;
 * Duchi, Hazan, Singer, "Adaptive Subgradient Methods", JMLR 12, 2011 (here one step size per row).
 */
export function trainEncoder(pairs: readonly EncoderPair[], random: Random): DualEncoder {
  const contexts = createSide(random);
  const replies = createSide(random);
  const passes = Math.max(4, Math.min(12, Math.round(wantedReadings / Math.max(pairs.length, 1))));
  for (let pass = 0; pass < passes; pass += 1) {
    const order = permutation(pairs.length, random);
    for (let from = 0; from < order.length; from += batchSize) {
      const batch = Array.from(order.subarray(from, from + batchSize), (at) => pairs[at] as EncoderPair);
      if (batch.length > 1) learnBatch(batch, { contexts, replies }, random);
    }
  }
  return { contexts: packTable(contexts.table, contexts.isTouched), replies: packTable(replies.table, replies.isTouched) };
}

function createSide(random: Random): Side {
  const table = new Float32Array(bucketCount * dimensions);
  for (let at = 0; at < table.length; at += 1) table[at] = (random() - 0.5) * 0.2;
  return { table, moved: new Float32Array(bucketCount).fill(1e-3), isTouched: new Uint8Array(bucketCount) };
}

function learnBatch(batch: readonly EncoderPair[], sides: { contexts: Side; replies: Side }, random: Random): void {
  const asked = batch.map((pair) => read(sides.contexts, pair.context, random));
  const answered = batch.map((pair) => read(sides.replies, pair.reply, random));
  const replyGradients = batch.map(() => new Float32Array(dimensions));
  batch.forEach((pair, row) => {
    const { direction } = asked[row] as Reading;
    const errors = softmaxErrors(batch, { row, direction }, answered);
    const gradient = new Float32Array(dimensions);
    errors.forEach((error, column) => {
      addScaled(gradient, (answered[column] as Reading).direction, error);
      addScaled(replyGradients[column] as Float32Array, direction, error);
    });
    move(sides.contexts, { bag: pair.context, reading: asked[row] as Reading }, gradient);
  });
  batch.forEach((pair, column) => move(sides.replies, { bag: pair.reply, reading: answered[column] as Reading }, replyGradients[column] as Float32Array));
}

/** Derivative of the loss by each cosine of one context: probability given - probability wanted, times the sharpness. */
function softmaxErrors(batch: readonly EncoderPair[], asked: { row: number; direction: Float32Array }, answered: readonly Reading[]): Float32Array {
  const own = batch[asked.row]?.sameAs;
  const shares = Float32Array.from(answered, ({ direction }, column) => {
    const isTwin = column !== asked.row && batch[column]?.sameAs === own;
    return isTwin ? 0 : Math.exp(temperature * (dot(asked.direction, direction) - 1));
  });
  const total = shares.reduce((sum, share) => sum + share, 0) || 1;
  return shares.map((share, column) => temperature * (share / total - (column === asked.row ? 1 : 0)));
}

function read(side: Side, bag: TokenBag, random: Random): Reading {
  const direction = new Float32Array(dimensions);
  const kept: number[] = [];
  for (let at = 0; at < bag.buckets.length; at += 1) {
    if (random() < tokenDropout) continue;
    kept.push(at);
    const start = (bag.buckets[at] as number) * dimensions;
    const weight = bag.weights[at] as number;
    for (let cell = 0; cell < dimensions; cell += 1) direction[cell] = (direction[cell] as number) + weight * (side.table[start + cell] as number);
  }
  const length = Math.sqrt(dot(direction, direction)) || 1;
  for (let cell = 0; cell < dimensions; cell += 1) direction[cell] = (direction[cell] as number) / length;
  return { kept, direction, length };
}

/** Moves the rows of a bag against the gradient of its direction (the part along the direction does nothing). */
function move(side: Side, { bag, reading }: { bag: TokenBag; reading: Reading }, gradient: Float32Array): void {
  addScaled(gradient, reading.direction, -dot(gradient, reading.direction));
  const strength = dot(gradient, gradient) / dimensions / reading.length ** 2;
  for (const at of reading.kept) {
    const bucket = bag.buckets[at] as number;
    const weight = bag.weights[at] as number;
    const moved = (side.moved[bucket] as number) + strength * weight * weight;
    side.moved[bucket] = moved;
    side.isTouched[bucket] = 1;
    const pace = (-rate * weight) / (reading.length * Math.sqrt(moved));
    const start = bucket * dimensions;
    for (let cell = 0; cell < dimensions; cell += 1) side.table[start + cell] = (side.table[start + cell] as number) + pace * (gradient[cell] as number);
  }
}

function addScaled(target: Float32Array, source: Float32Array, factor: number): void {
  for (let cell = 0; cell < target.length; cell += 1) target[cell] = (target[cell] as number) + factor * (source[cell] as number);
}
