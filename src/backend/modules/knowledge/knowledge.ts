import { explainHit, search, type Scope } from '../../../assist/index.ts';
import type { Language, Stage } from '../../../shared/contracts/basics.ts';
import type { Article, ArticleHit } from '../../../shared/contracts/knowledge.ts';
import type { OrderState } from '../../../shared/contracts/order.ts';
import { textOf } from './article-index.ts';
import { walkGraph, type GraphPath } from './graph.ts';
import { createLearnedRanking, type LearnedRanking } from './learned-ranking.ts';
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
  /** What use has taught of its articles. */
  readonly learned: LearnedRanking;
  readonly search: (query: KnowledgeQuery) => readonly ArticleHit[];
  readonly get: (slug: string, version: number) => Article | null;
  /** The version in force. */
  readonly current: (slug: string) => Article | null;
  /** Public articles in scope that answer an intent, in the order of the shop. */
  readonly forIntent: (intent: string, scope: KnowledgeScope) => readonly Article[];
  /** Walks product -> attribute -> policy to articles that answer this intent. */
  readonly walk: (productSlug: string, intent: string) => GraphPath | null;
  readonly product: (slug: string) => KnownProduct | null;
  /** The products a text may name, by name or alias, the longest word first. */
  readonly findProducts: (text: string) => readonly KnownProduct[];
};

const MATCHED_WORDS = 12;

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

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Words by which a product may be called: its name, the parts of it between marks, and its aliases; without spaces in Han. */
function callNames({ name, aliases }: KnownProduct): string[] {
  const parts = [name.zh, name.en].flatMap((full) => [full, ...full.split(/[“”"',，、()（）]+/u)]).filter((part) => part.trim().length >= (hasHan(part) ? 3 : 6));
  return [...new Set([...parts, ...aliases.zh, ...aliases.en].map(plainWords))];
}

/** Lower case, and no spaces beside Han, where writers put them at will. A row of spaces is read from its first alone, else a long one takes seconds. */
const plainWords = (text: string): string => text.normalize('NFKC').toLowerCase().trim().replace(/(?<=\p{Script=Han})\s+|(?<!\s)\s+(?=\p{Script=Han})/gu, '');

/** Whether a plain text holds a name: anywhere for Han, as a word (also plural) for Latin. */
function wordMatcher(name: string): (plain: string) => boolean {
  if (hasHan(name)) return (plain) => plain.includes(name);
  const word = new RegExp(`(?<![a-z])${RegExp.escape(name)}(?:s|es)?(?![a-z])`, 'u');
  return (plain) => word.test(plain);
}

/** Finds named products, the longest name first: "linen bedding" before "bedding". */
function createProductFinder(products: readonly KnownProduct[]): (text: string) => KnownProduct[] {
  const names = products
    .flatMap((product) => callNames(product).map((name) => ({ length: name.length, isIn: wordMatcher(name), product })))
    .toSorted((a, b) => b.length - a.length);
  return (text) => {
    const plain = plainWords(text);
    return [...new Set(names.filter(({ isIn }) => isIn(plain)).map(({ product }) => product))];
  };
}

/** A shop's knowledge to be asked; validity is looked at when asked. */
export function createKnowledge(data: KnowledgeData, now: () => number): Knowledge {
  const bySlug = new Map(data.articles.map((article) => [article.slug, article]));
  const { indexes } = data;
  const products = new Map(data.products.map((product) => [product.slug, product]));
  const matched = (query: KnowledgeQuery, article: Article): string[] => {
    const text = textOf(article, query.language);
    const spans = explainHit(indexes[query.language], { text: query.text }, article.slug);
    return [...new Set(spans.map(([start, end]) => text.slice(start, end)))].slice(0, MATCHED_WORDS);
  };
  return {
    learned: createLearnedRanking(indexes),
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
    findProducts: createProductFinder(data.products),
  };
}
