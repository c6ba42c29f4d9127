import { z } from 'zod';
import { idSchema, languageSchema, localizedTextSchema, spanSchema } from './basics.ts';

export const flagKindSchema = z.enum([
  'complaint-platform', 'complaint-regulator', 'media', 'legal', 'self-harm', 'abuse', 'churn', 'fraud', 'safety', 'anger',
]);
export type FlagKind = z.infer<typeof flagKindSchema>;

/** Calibrated band instead of a bare number, until calibration on real chats is measured. */
export const bandSchema = z.enum(['likely', 'very-likely']);
export type Band = z.infer<typeof bandSchema>;

/** Where an answer or suggestion comes from; `ref` and `version` name exactly what was used. */
export const sourceSchema = z.object({
  kind: z.enum(['article', 'graph', 'order', 'packet', 'reply']),
  ref: z.string(),
  version: z.string(),
  label: localizedTextSchema,
  /** For a graph source: the walk, product to policy. */
  path: z.array(localizedTextSchema).optional(),
});
export type Source = z.infer<typeof sourceSchema>;

export const scoredLabelSchema = z.object({ label: z.string(), confidence: z.number() });
export type ScoredLabel = z.infer<typeof scoredLabelSchema>;

/** What was recognised in a message: order numbers, products, amounts. Kept as content, since it quotes the customer. */
export const slotsSchema = z.record(z.string(), z.string());
export type Slots = z.infer<typeof slotsSchema>;

/**
 * What a suggestion's confidence is the sum of: the words in common, the intent that fits, what the order or the knowledge graph
 * says, what is missing to help at all, a language model's draft, and what use has taught.
 */
export const suggestionPartSchema = z.enum(['words', 'intent', 'order', 'graph', 'missing', 'model', 'learned']);
export type SuggestionPart = z.infer<typeof suggestionPartSchema>;

export const suggestionSchema = z.object({
  suggestionId: idSchema,
  /** A code of the interface's catalogue, or the source's own title. */
  title: localizedTextSchema,
  confidence: z.number(),
  sources: z.array(sourceSchema).min(1),
  /** Parts of the score by name, for "why this one". */
  parts: z.partialRecord(suggestionPartSchema, z.number()),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

/** block: may not be sent; confirm: the agent decides; hint: shown only. */
export const phraseLevelSchema = z.enum(['block', 'confirm', 'hint']);

/** Why the phrase guard objects to words of a reply. */
export const phraseRuleSchema = z.enum(['absolute-claim', 'promise-beyond-policy', 'off-platform', 'rude-or-blaming', 'internal-talk']);

/** Words of a reply that should not go out as they are; `advice` says what would be better, in the language of the reply. */
export const phraseHitSchema = z.object({ level: phraseLevelSchema, rule: phraseRuleSchema, span: spanSchema, advice: z.string() });
export type PhraseHit = z.infer<typeof phraseHitSchema>;

export const packetReasonSchema = z.enum([
  'cannot-answer', 'customer-asks', 'negative-mood', 'risk', 'high-value', 'policy', 'action-failed',
]);
export type PacketReason = z.infer<typeof packetReasonSchema>;

/** What a person needs to begin with; a packet says which of it is missing. */
export const packetPartSchema = z.enum(['intent', 'order', 'known', 'words', 'question']);
export type PacketPart = z.infer<typeof packetPartSchema>;

/** The facts of a handoff that hold no customer text. */
export const packetFactsSchema = z.object({
  reason: packetReasonSchema,
  intent: z.string().nullable(),
  language: languageSchema,
  orderNumber: z.string().nullable(),
  productSlug: z.string().nullable(),
  /** 0..1: the share of the fields that a person needs which are filled. */
  completeness: z.number().min(0).max(1),
  missing: z.array(packetPartSchema),
  mood: z.number(),
});
export type PacketFacts = z.infer<typeof packetFactsSchema>;

/** The words of a handoff packet: what the bot learned, tried and promised. */
export const packetContentSchema = z.object({
  /** The customer's problem in one or two sentences, in the conversation's language. */
  summary: z.string(),
  known: z.array(z.object({ slot: z.string(), value: z.string() })),
  tried: z.array(z.object({ what: z.string(), sources: z.array(sourceSchema) })),
  promised: z.array(z.object({ what: z.string(), at: z.int() })),
  openQuestion: z.string(),
});
export type PacketContent = z.infer<typeof packetContentSchema>;

export const evidenceSchema = z.array(spanSchema);
