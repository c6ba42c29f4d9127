import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { SearchIndex } from '../../../assist/index.ts';
import { type Language, localizedTextSchema } from '../../../shared/contracts/basics.ts';
import { articleSchema, articleScopeSchema, macroSchema, type Article, type Macro } from '../../../shared/contracts/knowledge.ts';
import { indexArticles } from './article-index.ts';

const DAY = 86_400_000;

/** An article as its file has it: validity in days relative to the start, scope keys only where they narrow. */
const articleFileSchema = articleSchema
  .omit({ validFrom: true, validTo: true, scope: true })
  .extend({
    validFrom: z.number(),
    validTo: z.number().nullable(),
    scope: z.object({
      categories: articleScopeSchema.shape.categories.default([]),
      products: articleScopeSchema.shape.products.default([]),
      orderStates: articleScopeSchema.shape.orderStates.default([]),
      stages: articleScopeSchema.shape.stages.default([]),
    }),
  });

const graphSchema = z.object({
  nodes: z.array(
    z.object({ id: z.string(), kind: z.enum(['product', 'attribute', 'policy']), label: localizedTextSchema, articleSlug: z.string().optional() }),
  ),
  edges: z.array(z.object({ from: z.string(), to: z.string(), relation: z.string() })),
});
export type KnowledgeGraph = z.infer<typeof graphSchema>;

const productSchema = z.object({
  slug: z.string(),
  name: localizedTextSchema,
  /** What people call it besides its name. */
  aliases: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  category: z.string(),
});
export type KnownProduct = z.infer<typeof productSchema>;

/** What a shop knows: plain data, and an index of it, made once however many are to ask it. */
export type KnowledgeData = {
  readonly articles: readonly Article[];
  readonly indexes: Readonly<Record<Language, SearchIndex>>;
  readonly graph: KnowledgeGraph;
  readonly products: readonly KnownProduct[];
  readonly macros: readonly Macro[];
};

async function readJson<T>(folder: string, name: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8')));
}

/** Reads articles, graph, products and macros of a shop's folder; a file that doesn't fit its schema throws. */
export async function loadKnowledge(folder: string, startedAt: number): Promise<KnowledgeData> {
  const [raw, graph, products, macros] = await Promise.all([
    readJson(folder, 'articles.json', z.array(articleFileSchema)),
    readJson(folder, 'graph.json', graphSchema),
    readJson(folder, 'products.json', z.array(productSchema)),
    readJson(folder, 'macros.json', z.array(macroSchema)),
  ]);
  const articles = raw.map(
    (article): Article => ({
      ...article,
      validFrom: Math.max(0, startedAt + article.validFrom * DAY),
      validTo: article.validTo === null ? null : startedAt + article.validTo * DAY,
    }),
  );
  return { articles, indexes: indexArticles(articles), graph, products, macros };
}
