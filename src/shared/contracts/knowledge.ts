import { z } from 'zod';
import { instantSchema, localizedTextSchema, stageSchema } from './basics.ts';
import { orderStateSchema } from './order.ts';

export const articleTypeSchema = z.enum(['policy', 'faq', 'care', 'how-to', 'product', 'script']);

/** Where an article holds; an empty list means "everywhere". */
export const articleScopeSchema = z.object({
  categories: z.array(z.string()),
  products: z.array(z.string()),
  orderStates: z.array(orderStateSchema),
  stages: z.array(stageSchema),
});

/** A typed, versioned article; `answer` is what the bot may say to a customer, null for internal ones. */
export const articleSchema = z.object({
  slug: z.string(),
  version: z.int().positive(),
  type: articleTypeSchema,
  scope: articleScopeSchema,
  visibility: z.enum(['public', 'internal']),
  validFrom: instantSchema,
  validTo: instantSchema.nullable(),
  title: localizedTextSchema,
  body: localizedTextSchema,
  answer: localizedTextSchema.nullable(),
  intents: z.array(z.string()),
});
export type Article = z.infer<typeof articleSchema>;

/** A hit of a knowledge search with the words that matched, for marking. */
export const articleHitSchema = z.object({ article: articleSchema, score: z.number(), tokens: z.array(z.string()) });
export type ArticleHit = z.infer<typeof articleHitSchema>;

export const macroSchema = z.object({ slug: z.string(), key: z.string(), title: localizedTextSchema, body: localizedTextSchema });
export type Macro = z.infer<typeof macroSchema>;
