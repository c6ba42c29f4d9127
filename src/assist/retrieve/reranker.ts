import { createRandom, permutation } from '../numeric/random.ts';
import { sigmoid } from '../numeric/softmax.ts';
import { bestDocuments } from './best.ts';
import { scoreDocuments, type SearchQuery } from './ranking.ts';
import { compare, crossBuckets, type RankedMatch, readText, type RerankVector, similarityNames } from './rerank-features.ts';
import type { SearchHit } from './search.ts';
import type { SearchDocument, SearchIndex } from './search-index.ts';

/** What is learned from accepted and rejected answers: one weight per similarity and per hashed fact. */
export interface Reranker {
  weights: Float32Array;
  /** Sum of squared gradients by weight: how much it has already moved (AdaGrad). */
  moved: Float32Array;
}

/** Someone said whether a document answers a query. */
export interface Judgment extends SearchQuery {
  id: string;
  relevant: boolean;
}

/** How many hits of plain ranking are looked at again. */
const depth = 50;
const epochs = 6;
const rate = 0.15;

/** A re-ranker that has learned nothing yet: it keeps the order of plain ranking. */
export function createReranker(): Reranker {
  const weights = new Float32Array(similarityNames.length + crossBuckets);
  weights[similarityNames.indexOf('bias')] = -3;
  weights[similarityNames.indexOf('bm25')] = 3;
  return { weights, moved: new Float32Array(weights.length).fill(0.05) };
}

/** A re-ranker from what was stored of it. */
export function rerankerOf(weights: Float32Array, moved: Float32Array): Reranker {
  return { weights, moved };
}

/** Learns from a log of judgments. Those on documents that are gone are left out. */
export function trainReranker(index: SearchIndex, judgments: readonly Judgment[], seed = 1): Reranker {
  const reranker = createReranker();
  const examples = readJudgments(index, judgments);
  const random = createRandom(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const at of permutation(examples.length, random)) step(reranker, examples[at] as Example);
  }
  return reranker;
}

/** An index, and what looks again at what it finds. */
interface RerankedIndex {
  index: SearchIndex;
  reranker: Reranker;
}

/** Learns from one more judgment, in place; takes well under a millisecond. */
export function learnJudgment(reranker: Reranker, index: SearchIndex, judgment: Judgment): void {
  for (const example of readJudgments(index, [judgment])) step(reranker, example);
}

/** The best `count` documents, the best of plain ranking looked at again. Scores are probabilities of being relevant. */
export function searchReranked({ index, reranker }: RerankedIndex, query: SearchQuery, count = 10): SearchHit[] {
  const asked = readText(index, query.text);
  const hits = [...rankPlainly(index, query, Math.max(depth, count))].map(([id, match]) => {
    const document = readText(index, textOf(index, id));
    return { id, score: sigmoid(linear(reranker, compare(asked, document, { ...match, id }))) };
  });
  return hits.toSorted((left, right) => right.score - left.score).slice(0, count);
}

/** The parts of a hit's score by name: what each similarity adds, and `learned` for what feedback on these words and this document adds. */
export function explainRank(index: SearchIndex, reranker: Reranker, judged: SearchQuery & { id: string }): Record<string, number> {
  const match = rankPlainly(index, judged, depth).get(judged.id) ?? unranked;
  const vector = compare(readText(index, judged.text), readText(index, textOf(index, judged.id)), { ...match, id: judged.id });
  const parts: Record<string, number> = {};
  similarityNames.forEach((name, at) => {
    parts[name] = (reranker.weights[at] as number) * (vector.values[at] as number);
  });
  parts['learned'] = linear(reranker, vector) - Object.values(parts).reduce((sum, part) => sum + part, 0);
  return parts;
}

/** How much feedback has moved each of the best `count` documents of a query, in units of log odds; 0 before any feedback. */
export function feedbackEffects({ index, reranker }: RerankedIndex, query: SearchQuery, count: number): Map<string, number> {
  const asked = readText(index, query.text);
  const untaught = createReranker();
  return new Map([...rankPlainly(index, query, count)].map(([id, match]) => {
    const vector = compare(asked, readText(index, textOf(index, id)), { ...match, id });
    return [id, linear(reranker, vector) - linear(untaught, vector)];
  }));
}

interface Example {
  vector: RerankVector;
  relevant: boolean;
}

const unranked: RankedMatch = { share: 0, rank: 1000 };

/** One comparison per judgment; a query without scope is asked in the scope of the document it was judged with. */
function readJudgments(index: SearchIndex, judgments: readonly Judgment[]): Example[] {
  const rankings = new Map<string, Map<string, RankedMatch>>();
  return judgments.flatMap(({ text, scope, id, relevant }) => {
    const number = index.numbers.get(id);
    const document = number === undefined ? undefined : index.documents[number];
    if (!document) return [];
    const query = { text, scope: scope ?? document.scope ?? {} };
    const key = JSON.stringify(query);
    const ranking = rankings.get(key) ?? rankPlainly(index, query, depth);
    rankings.set(key, ranking);
    const match = ranking.get(id) ?? unranked;
    return [{ vector: compare(readText(index, text), readText(index, document.text), { ...match, id }), relevant }];
  });
}

function rankPlainly(index: SearchIndex, query: SearchQuery, count: number): Map<string, RankedMatch> {
  return scoreDocuments(index, { query, wanted: count }, (found) => {
    const best = bestDocuments(found, count);
    const top = found.scores[best[0] ?? 0] ?? 1;
    return new Map(best.map((document, rank) => [(index.documents[document] as SearchDocument).id, { share: (found.scores[document] as number) / top, rank }]));
  });
}

function textOf(index: SearchIndex, id: string): string {
  return index.documents[index.numbers.get(id) ?? -1]?.text ?? '';
}

function linear(reranker: Reranker, { places, values }: RerankVector): number {
  let sum = 0;
  for (let at = 0; at < places.length; at += 1) sum += (reranker.weights[places[at] as number] as number) * (values[at] as number);
  return sum;
}

/** One step of logistic regression. Source of the step size: Duchi, Hazan, Singer, "Adaptive Subgradient Methods", JMLR 12, 2011. */
function step(reranker: Reranker, { vector, relevant }: Example): void {
  const error = sigmoid(linear(reranker, vector)) - (relevant ? 1 : 0);
  const { places, values } = vector;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    const gradient = error * (values[at] as number);
    const moved = (reranker.moved[place] as number) + gradient * gradient;
    reranker.moved[place] = moved;
    reranker.weights[place] = (reranker.weights[place] as number) - (rate * gradient) / Math.sqrt(moved);
  }
}
