import { fnvBasis, fnvSlice, fnvStep } from '../numeric/fnv.ts';
import { findSlot } from '../numeric/slot-table.ts';
import { featureHashes } from '../tokens/features.ts';
import { normalize } from '../tokens/normalize.ts';
import { visitTerms } from '../tokens/terms.ts';
import { inverseFrequency } from './ranking.ts';
import type { SearchIndex } from './search-index.ts';

/** Names of the similarities, in the order of their weights; what "why this one" shows. */
export const similarityNames = ['bias', 'bm25', 'rank', 'query-covered', 'document-covered', 'letters', 'overlap', 'length', 'exact'] as const;

/** Weights of single facts (this term with that term, this document) fall into so many hashed places behind the similarities. */
export const crossBuckets = 1 << 18;

/** A query and a document as numbers: places in the weights, and the value at each. */
export interface RerankVector {
  places: Uint32Array;
  values: Float32Array;
}

/** A text read once for all its comparisons. */
export interface ReadText {
  normalized: string;
  /** Rarity by term, rarest first. */
  terms: Map<number, number>;
  features: Int32Array;
}

/** The match that plain ranking gave, relative to the best of the query. */
export interface RankedMatch {
  /** Score / best score, 0..1. */
  share: number;
  /** 0 = first. */
  rank: number;
}

const queryTermsCrossed = 10;
const documentTermsCrossed = 24;

/** Reads a text against the index: how rare its terms are there. */
export function readText(index: SearchIndex, text: string): ReadText {
  const normalized = normalize(text);
  const rarity = new Map<number, number>();
  visitTerms(normalized, (key) => {
    const term = findSlot(index.terms, key);
    const count = term < 0 ? 0 : (index.documentCounts[term] as number);
    rarity.set(key, inverseFrequency(count, index.numbers.size));
  });
  const terms = new Map([...rarity].toSorted((left, right) => right[1] - left[1] || left[0] - right[0]));
  return { normalized, terms, features: featureHashes(normalized) };
}

/** Compares a query with a document: similarities, then term crosses, then the document itself. */
export function compare(query: ReadText, document: ReadText, match: RankedMatch & { id: string }): RerankVector {
  const shared = sharedRarity(query.terms, document.terms);
  const queryRarity = total(query.terms);
  const documentRarity = total(document.terms);
  const similarities = [
    1, match.share, 1 / (1 + match.rank), shared / (queryRarity || 1), shared / (documentRarity || 1),
    cosine(query.features, document.features), shared / (queryRarity + documentRarity - shared || 1),
    Math.log((1 + document.normalized.length) / (1 + query.normalized.length)) / 4,
    document.normalized.includes(query.normalized) ? 1 : 0,
  ];
  const crosses = crossPlaces(query.terms, document.terms);
  const places = Uint32Array.from([...similarities.keys(), ...crosses, placeOf(fnvSlice(match.id, 0, match.id.length))]);
  const values = new Float32Array(places.length).fill(1 / Math.sqrt(crosses.length || 1));
  values.set(similarities);
  values[values.length - 1] = 1;
  return { places, values };
}

function crossPlaces(query: ReadText['terms'], document: ReadText['terms']): number[] {
  const others = [...document.keys()].slice(0, documentTermsCrossed);
  return [...query.keys()].slice(0, queryTermsCrossed).flatMap((term) => others.map((other) => placeOf(fnvStep(fnvStep(fnvStep(fnvStep(fnvBasis, term & 0xffff), term >>> 16), other & 0xffff), other >>> 16))));
}

function placeOf(hash: number): number {
  return similarityNames.length + (((hash ^ (hash >>> 15)) >>> 0) % crossBuckets);
}

function sharedRarity(left: ReadText['terms'], right: ReadText['terms']): number {
  let sum = 0;
  for (const [term, rarity] of left) if (right.has(term)) sum += rarity;
  return sum;
}

function total(terms: ReadText['terms']): number {
  let sum = 0;
  for (const rarity of terms.values()) sum += rarity;
  return sum;
}

/** Cosine of two sets given as ascending lists. */
function cosine(left: Int32Array, right: Int32Array): number {
  let both = 0;
  for (let at = 0, other = 0; at < left.length && other < right.length; ) {
    const difference = (left[at] as number) - (right[other] as number);
    if (difference === 0) both += 1;
    if (difference <= 0) at += 1;
    if (difference >= 0) other += 1;
  }
  return both / Math.sqrt(left.length * right.length || 1);
}
