import { createSearchIndex, type Scope, type SearchIndex } from '../../../assist/index.ts';
import type { Language } from '../../../shared/contracts/basics.ts';
import type { Article } from '../../../shared/contracts/knowledge.ts';

function scopeOf(article: Article): Scope {
  const columns = { category: article.scope.categories, product: article.scope.products, orderState: article.scope.orderStates, stage: article.scope.stages, visibility: [article.visibility] };
  return Object.fromEntries(Object.entries(columns).filter(([, values]) => values.length > 0));
}

/** What is indexed of an article in one language; hits are explained by places in it. */
export const textOf = (article: Article, language: Language): string =>
  [article.title[language], article.body[language], article.answer?.[language] ?? ''].join('\n');

const indexIn = (articles: readonly Article[], language: Language): SearchIndex =>
  createSearchIndex(articles.map((article) => ({ id: article.slug, text: textOf(article, language), scope: scopeOf(article) })));

/** An index of the articles per language. */
export const indexArticles = (articles: readonly Article[]): Readonly<Record<Language, SearchIndex>> => ({ zh: indexIn(articles, 'zh'), en: indexIn(articles, 'en') });
