import { createSearchIndex, explainHit, search, type Scope, type SearchIndex } from '../../../assist/index.ts';
import type { Language, LocalizedText, Stage } from '../../../shared/contracts/basics.ts';
import type { Article, ArticleHit } from '../../../shared/contracts/knowledge.ts';
import type { OrderState } from '../../../shared/contracts/order.ts';
import { walkGraph, type GraphPath } from './graph.ts';
import type { KnowledgeData, KnownProduct } from './load-knowledge.ts';

/** What a conversation is about, as far as it is known: narrows which articles hold. */
export type KnowledgeScope = {
  readonly productSlug: string | null;
  readonly category: string | null;
  readonly orderState: OrderState | null;
  readonly stage: Stage | null;
};

export type KnowledgeQuery = {
  readonly text: string;
  readonly language: Language;
  readonly scope: KnowledgeScope;
  /** Only what a customer may read. */
  readonly publicOnly: boolean;
  readonly count: number;
};

/** A shop's knowledge, ready to be asked. */
export type Knowledge = {
  readonly search: (query: KnowledgeQuery) => readonly ArticleHit[];
  readonly get: (slug: string, version: number) => Article | null;
  /** The version in force. */
  readonly current: (slug: string) => Article | null;
  /** Public articles in scope that answer an intent, in the order of the shop. */
  readonly forIntent: (intent: string, scope: KnowledgeScope) => readonly Article[];
  /** Walks product -> attribute -> policy to articles that answer this intent. */
  readonly walk: (productSlug: string, intent: string) => GraphPath | null;
  readonly product: (slug: string) => KnownProduct | null;
  /** The product a text names, by the longest name or part of a name found in it. */
  readonly findProduct: (text: string) => KnownProduct | null;
};

const MATCHED_WORDS = 12;

function scopeOf(article: Article): Scope {
  const columns = { category: article.scope.categories, product: article.scope.products, orderState: article.scope.orderStates, stage: article.scope.stages, visibility: [article.visibility] };
  return Object.fromEntries(Object.entries(columns).filter(([, values]) => values.length > 0));
}

function queryScope({ scope, publicOnly }: Pick<KnowledgeQuery, 'scope' | 'publicOnly'>): Scope {
  const wanted = { category: scope.category, product: scope.productSlug, orderState: scope.orderState, stage: scope.stage, visibility: publicOnly ? 'public' : null };
  return Object.fromEntries(Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== null));
}

const holds = (values: readonly string[], value: string | null): boolean => values.length === 0 || value === null || values.includes(value);

function isInScope(article: Article, scope: KnowledgeScope): boolean {
  return (
    holds(article.scope.products, scope.productSlug) &&
    holds(article.scope.categories, scope.category) &&
    holds(article.scope.orderStates, scope.orderState) &&
    holds(article.scope.stages, scope.stage)
  );
}

const isValid = (article: Article, now: number): boolean => article.validFrom <= now && (article.validTo === null || now < article.validTo);

const textOf = (article: Article, language: Language): string =>
  [article.title[language], article.body[language], article.answer?.[language] ?? ''].join('\n');

function indexOf(articles: readonly Article[], language: Language): SearchIndex {
  return createSearchIndex(articles.map((article) => ({ id: article.slug, text: textOf(article, language), scope: scopeOf(article) })));
}

/** Words by which a product may be called: its name, and the parts between marks and spaces that say something. */
function callNames(name: LocalizedText): string[] {
  const parts = [name.zh, name.en].flatMap((full) => [full, ...full.split(/[“”"',，、()（）]+/u)]);
  return [...new Set(parts.map((part) => part.trim().toLowerCase()).filter((part) => part.length >= (/\p{Script=Han}/u.test(part) ? 2 : 5)))];
}

function createProductFinder(products: readonly KnownProduct[]): (text: string) => KnownProduct | null {
  const names = products.flatMap((product) => callNames(product.name).map((name) => ({ name, product }))).toSorted((a, b) => b.name.length - a.name.length);
  return (text) => {
    const lower = text.toLowerCase();
    return names.find(({ name }) => lower.includes(name))?.product ?? null;
  };
}

/** Indexes a shop's knowledge, one index per language; validity is looked at when asked. */
export function createKnowledge(data: KnowledgeData, now: () => number): Knowledge {
  const bySlug = new Map(data.articles.map((article) => [article.slug, article]));
  const indexes = { zh: indexOf(data.articles, 'zh'), en: indexOf(data.articles, 'en') };
  const products = new Map(data.products.map((product) => [product.slug, product]));
  const matched = (query: KnowledgeQuery, article: Article): string[] => {
    const text = textOf(article, query.language);
    const spans = explainHit(indexes[query.language], { text: query.text }, article.slug);
    return [...new Set(spans.map(([start, end]) => text.slice(start, end)))].slice(0, MATCHED_WORDS);
  };
  return {
    search: (query) =>
      search(indexes[query.language], { text: query.text, scope: queryScope(query) }, query.count * 2)
        .map(({ id, score }) => ({ article: bySlug.get(id), score }))
        .filter((hit): hit is { article: Article; score: number } => hit.article !== undefined && isValid(hit.article, now()))
        .slice(0, query.count)
        .map((hit) => ({ ...hit, tokens: matched(query, hit.article) })),
    get: (slug, version) => {
      const article = bySlug.get(slug);
      return article?.version === version ? article : null;
    },
    current: (slug) => bySlug.get(slug) ?? null,
    forIntent: (intent, scope) =>
      data.articles.filter(
        (article) => article.visibility === 'public' && article.answer !== null && article.intents.includes(intent) && isInScope(article, scope) && isValid(article, now()),
      ),
    walk: (productSlug, intent) => walkGraph(data.graph, productSlug, (slug) => bySlug.get(slug)?.intents.includes(intent) === true),
    product: (slug) => products.get(slug) ?? null,
    findProduct: createProductFinder(data.products),
  };
}
