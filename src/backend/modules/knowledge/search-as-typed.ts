import { detectLanguage } from '../../../assist/index.ts';
import type { Language } from '../../../shared/contracts/basics.ts';
import type { ArticleHit } from '../../../shared/contracts/knowledge.ts';
import type { Knowledge, KnowledgeQuery } from './knowledge.ts';

/**
 * Finds articles by what an agent types. Each article is written in every language, and an agent types in their own, whatever the customer
 * writes: words are looked up in the language they are in, and, where that finds nothing (a number, a brand), in the query's.
 */
export function searchAsTyped(knowledge: Pick<Knowledge, 'search'>, query: KnowledgeQuery): readonly ArticleHit[] {
  const languages: readonly Language[] = [detectLanguage(query.text), query.language];
  const found = languages.values().map((language) => knowledge.search({ ...query, language })).find((hits) => hits.length > 0);
  return found ?? [];
}
