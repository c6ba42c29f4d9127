import { findSlot } from '../numeric/slot-table.ts';
import { topIndices } from '../numeric/softmax.ts';
import { normalize, normalizeAligned, originalSpan, type Span } from '../tokens/normalize.ts';
import { visitTerms } from '../tokens/terms.ts';
import { visitPostings } from './postings.ts';
import { createScopeFilter, type Scope } from './scopes.ts';
import type { SearchDocument, SearchIndex } from './search-index.ts';

export interface SearchQuery {
  text: string;
  scope?: Scope;
}

export interface SearchHit {
  id: string;
  /** BM25, 0 or more, no unit: comparable within one query only. */
  score: number;
}

const k1 = 1.2;
const b = 0.5;

/**
 * The best `count` documents for a query, best first, equals in the order of adding. Scope is applied first:
 * what is outside it is neither scored nor counted in how rare a term is.
 * Source: Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
 */
export function search(index: SearchIndex, query: SearchQuery, count = 10): SearchHit[] {
  const { candidates, scores } = scoreCandidates(index, query);
  const values = candidates.map((document) => scores[document] as number);
  return topIndices(values, count).map((at) => ({ id: (index.documents[candidates[at] as number] as SearchDocument).id, score: values[at] as number }));
}

/** Every document within scope that shares a term with the query, ascending; what ranking chooses from. */
export function findCandidates(index: SearchIndex, query: SearchQuery): SearchDocument[] {
  const { candidates } = scoreCandidates(index, query);
  return candidates.sort((left, right) => left - right).map((document) => index.documents[document] as SearchDocument);
}

/** The words of a document that a query found, as spans of its text. */
export function explainHit(index: SearchIndex, query: SearchQuery, id: string): Span[] {
  const number = index.numbers.get(id);
  if (number === undefined) return [];
  const wanted = new Set<number>();
  visitTerms(normalize(query.text), (key) => wanted.add(key));
  const aligned = normalizeAligned((index.documents[number] as SearchDocument).text);
  const spans: Span[] = [];
  visitTerms(aligned.text, (key, start, end) => {
    if (wanted.has(key)) appendSpan(spans, originalSpan(aligned, start, end));
  });
  return spans;
}

function appendSpan(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
  else spans.push(span);
}

interface Scored {
  candidates: number[];
  /** By document number. */
  scores: Float64Array;
}

function scoreCandidates(index: SearchIndex, query: SearchQuery): Scored {
  const scores = new Float64Array(index.documents.length);
  const candidates: number[] = [];
  const inScope = createScopeFilter(index.scopes, query.scope);
  const averageLength = index.totalLength / Math.max(index.numbers.size, 1);
  for (const term of queryTerms(index, query.text)) {
    const rarity = inverseFrequency(index.documentCounts[term] as number, index.numbers.size);
    visitPostings(index.postings, term, (document, count) => {
      if (index.documents[document] === undefined || (inScope && !inScope(document))) return;
      const length = index.lengths[document] as number;
      if (scores[document] === 0) candidates.push(document);
      scores[document] = (scores[document] as number) + (rarity * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / averageLength));
    });
  }
  return { candidates, scores };
}

/** Known terms of a query, once each, in an order that does not depend on how the index grew. */
function queryTerms(index: SearchIndex, text: string): number[] {
  const keys = new Set<number>();
  visitTerms(normalize(text), (key) => keys.add(key));
  return [...keys].sort((left, right) => left - right).map((key) => findSlot(index.terms, key)).filter((term) => term >= 0);
}

function inverseFrequency(documentCount: number, total: number): number {
  return Math.log(1 + (total - documentCount + 0.5) / (documentCount + 0.5));
}
