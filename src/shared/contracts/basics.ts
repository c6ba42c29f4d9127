import { z } from 'zod';

/** Identifiers are UUIDv7 text, made by whoever starts the thing. */
export const idSchema = z.uuid();
export type Id = string;

/** Instants are UTC epoch milliseconds. */
export const instantSchema = z.int().nonnegative();
export type Instant = number;

/** Dense number of an event in its conversation, from 1; 0 means "nothing yet". */
export const seqSchema = z.int().nonnegative();

export const languageSchema = z.enum(['zh', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** Words that a shop keeps in both languages. */
export const localizedTextSchema = z.object({ zh: z.string(), en: z.string() });
export type LocalizedText = z.infer<typeof localizedTextSchema>;

/** Integer minor units of one currency (`CNY` 2 decimals, `JPY` 0); never a float, never a bare number. */
export const moneySchema = z.object({ amount: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) });
export type Money = z.infer<typeof moneySchema>;

/** Half-open range of UTF-16 offsets into a text: what JavaScript's `slice` takes. */
export const spanSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative(), text: z.string() });
export type Span = z.infer<typeof spanSchema>;

export const actorKinds = ['customer', 'bot', 'agent', 'lead', 'system'] as const;
export const actorSchema = z.object({ kind: z.enum(actorKinds), id: z.string() });
export type Actor = z.infer<typeof actorSchema>;

export const channelSchema = z.enum(['web']);
export type Channel = z.infer<typeof channelSchema>;

export const tierSchema = z.enum(['black', 'gold', 'silver', 'member']);
export type Tier = z.infer<typeof tierSchema>;

export const stageSchema = z.enum(['pre-sale', 'in-sale', 'after-sale']);
export type Stage = z.infer<typeof stageSchema>;
