import { createRandom } from '../numeric/random.ts';
import { createReranker, type Reranker } from '../retrieve/reranker.ts';
import { search } from '../retrieve/search.ts';
import { addDocument, createSearchIndex, type SearchIndex } from '../retrieve/search-index.ts';
import { dot, embed } from './embedding.ts';
import type { Turn } from './reply-features.ts';
import { bagCosine, bucketRarity, contextBag, replyBag, sharedWords, type TokenBag } from './token-bag.ts';
import { type DualEncoder, trainEncoder } from './train-encoder.ts';

/** What was said, and what was answered. */
export interface ReplyPair {
  context: readonly Turn[];
  reply: string;
}

/** Learned from a shop's own history: how its people answer. */
export interface ReplyModel {
  rarity: Float32Array;
  encoder: DualEncoder;
  /** Past contexts; the id of a document is its place in `pairs`. */
  history: SearchIndex;
  pairs: ReplyPair[];
  /** What accepted and rejected suggestions taught. */
  feedback: Reranker;
}

/** Why a reply is ranked where it is: how far above the other candidates each scorer puts it, in standard deviations. */
export interface ReplyParts {
  encoder: number;
  words: number;
  history: number;
}

export interface RankedReply {
  reply: string;
  /** Weighted sum of the parts; comparable within one call only. */
  score: number;
  parts: ReplyParts;
}

const shares: ReplyParts = { encoder: 1, words: 0.7, history: 0.4 };
/** Turns that say what a past context was about. */
const turnsRemembered = 3;
const neighbours = 50;

/** Learns from pairs; 10,000 take seconds. The same pairs and seed give the same model. */
export function trainReplyModel(pairs: readonly ReplyPair[], seed = 1): ReplyModel {
  const rarity = bucketRarity(pairs.map(({ context, reply }) => [...context.map((turn) => turn.text), reply].join(' ')));
  const encoderPairs = pairs.map(({ context, reply }) => ({ context: contextBag(rarity, context), reply: replyBag(rarity, reply), sameAs: reply }));
  return { rarity, encoder: trainEncoder(encoderPairs, createRandom(seed)), ...createHistory(pairs), feedback: createReranker() };
}

/** The searchable part of a model, from its pairs. */
export function createHistory(pairs: readonly ReplyPair[]): Pick<ReplyModel, 'history' | 'pairs'> {
  const remembered = { history: createSearchIndex(), pairs: [] };
  for (const pair of pairs) rememberReply(remembered, pair);
  return remembered;
}

/** Adds one more answered context; it can be suggested from at once. The encoder learns it with the next training. */
export function rememberReply(model: Pick<ReplyModel, 'history' | 'pairs'>, pair: ReplyPair): void {
  model.pairs.push(pair);
  addDocument(model.history, { id: String(model.pairs.length - 1), text: lastWords(pair.context) });
}

/** Ranks candidate replies to a context, best first. Three scorers are brought to one scale and added. */
export function rankReplies(model: ReplyModel, context: readonly Turn[], candidates: readonly string[]): RankedReply[] {
  const scores = scoreReplies(model, context, candidates);
  return scores.toSorted((left, right) => right.score - left.score);
}

/** The same scores in the order of the candidates. */
export function scoreReplies(model: ReplyModel, context: readonly Turn[], candidates: readonly string[]): RankedReply[] {
  const bag = contextBag(model.rarity, context);
  const direction = embed(model.encoder.contexts, bag);
  const bags = candidates.map((candidate) => replyBag(model.rarity, candidate));
  const encoder = standardize(bags.map((reply) => dot(direction, embed(model.encoder.replies, reply))));
  const words = standardize(bags.map((reply) => sharedWords(bag, reply)));
  const history = standardize(scoreByHistory(model, context, bags));
  return candidates.map((reply, at) => {
    const parts = { encoder: encoder[at] as number, words: words[at] as number, history: history[at] as number };
    return { reply, score: parts.encoder * shares.encoder + parts.words * shares.words + parts.history * shares.history, parts };
  });
}

/** How like the replies that the nearest past contexts got; nearer ones count more. */
function scoreByHistory(model: ReplyModel, context: readonly Turn[], candidates: readonly TokenBag[]): number[] {
  const hits = search(model.history, { text: lastWords(context) }, neighbours);
  const best = hits[0]?.score ?? 1;
  const near = hits.map(({ id, score }) => ({ weight: (score / best) ** 2, reply: replyBag(model.rarity, (model.pairs[Number(id)] as ReplyPair).reply) }));
  return candidates.map((candidate) => near.reduce((sum, { weight, reply }) => sum + weight * bagCosine(reply, candidate), 0));
}

/** What the history is searched by: the last turns. */
export function lastWords(context: readonly Turn[]): string {
  return context.slice(-turnsRemembered).map((turn) => turn.text).join(' ');
}

/** To mean 0 and standard deviation 1; all zero when they are all alike. */
function standardize(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(values.length, 1));
  return values.map((value) => (deviation > 1e-12 ? (value - mean) / deviation : 0));
}
