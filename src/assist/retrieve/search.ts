import { findSlot } from '../numeric/slot-table.ts';
import { joinSpans } from '../tokens/join-spans.ts';
import { normalize, normalizeAligned, originalSpan, type Span } from '../tokens/normalize.ts';
import { visitTerms } from '../tokens/terms.ts';
import { bestDocuments } from './best.ts';
import { inverseFrequency, scoreDocuments, type SearchQuery } from './ranking.ts';
import type { SearchDocument, SearchIndex } from './search-index.ts';

export interface SearchHit {
  id: string;
  /** 0 or more, no unit: comparable within one query only. */
  score: number;
}

/** The best `count` documents for a query, best first, equals in the order of adding. */
export function search(index: SearchIndex, query: SearchQuery, count = 10): SearchHit[] {
  return scoreDocuments(index, { query, wanted: count }, (found) =>
    bestDocuments(found, count).map((document) => ({ id: (index.documents[document] as SearchDocument).id, score: found.scores[document] as number })),
  );
}

/** Every document within scope that shares a term with the query, in the order of adding; what ranking chooses from. */
export function findCandidates(index: SearchIndex, query: SearchQuery): SearchDocument[] {
  const numbers = scoreDocuments(index, { query, wanted: Infinity }, ({ candidates, count, scores }) =>
    candidates.slice(0, count).filter((document) => (scores[document] as number) > 0).toSorted(),
  );
  return Array.from(numbers, (document) => index.documents[document] as SearchDocument);
}

/** A found word this much more common than the rarest found one is why nobody found anything: "the", "and", 的. */
const tellingShare = 1 / 3;

/** The words of a document that a query found it by, as spans of its text; those that stand nearly everywhere are left out. */
export function explainHit(index: SearchIndex, query: SearchQuery, id: string): Span[] {
  const number = index.numbers.get(id);
  if (number === undefined) return [];
  const rarities = new Map<number, number>();
  visitTerms(normalize(query.text), (key) => rarities.set(key, rarityOf(index, key)));
  const aligned = normalizeAligned((index.documents[number] as SearchDocument).text);
  const found: { rarity: number; span: Span }[] = [];
  visitTerms(aligned.text, (key, start, end) => {
    const rarity = rarities.get(key);
    if (rarity !== undefined) found.push({ rarity, span: originalSpan(aligned, start, end) });
  });
  const least = tellingShare * found.reduce((most, { rarity }) => Math.max(most, rarity), 0);
  return joinSpans(found.filter(({ rarity }) => rarity >= least).map(({ span }) => span));
}

function rarityOf(index: SearchIndex, key: number): number {
  const term = findSlot(index.terms, key);
  return inverseFrequency(term < 0 ? 0 : (index.documentCounts[term] as number), index.numbers.size);
}
