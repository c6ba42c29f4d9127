import { z } from 'zod';
import { actionRecordSchema } from './action.ts';
import { actorSchema, actorKinds, idSchema, instantSchema, languageSchema, spanSchema } from './basics.ts';
import { bandSchema, flagKindSchema, packetContentSchema, packetFactsSchema, scoredLabelSchema, slotsSchema, sourceSchema, suggestionSchema } from './assist.ts';
import { attachmentSchema, buttonSchema, messageLanguageSchema } from './message.ts';
import { assignmentReasonSchema, slaMetricSchema } from './events/queue.ts';
import { ticketSchema } from './ticket.ts';

const placeSchema = { seq: z.int().positive(), at: instantSchema, actor: actorSchema };

/** Id of the content row that the words came from, so that erasing the row finds them. */
const contentIdSchema = z.string().nullable();

/** A flag as it sits on its message. */
export const itemFlagSchema = z.object({
  flagId: idSchema,
  kind: flagKindSchema,
  band: bandSchema,
  status: z.enum(['raised', 'confirmed', 'dismissed', 'cleared']),
  evidence: z.array(spanSchema),
  contentId: contentIdSchema,
});
export type ItemFlag = z.infer<typeof itemFlagSchema>;

/** What the machine understood of a customer's message. */
export const understandingSchema = z.object({
  intent: z.string().nullable(),
  confidence: z.number(),
  abstained: z.boolean(),
  runnersUp: z.array(scoredLabelSchema),
  sentiment: z.number(),
  slots: slotsSchema,
  missingSlots: z.array(z.string()),
  milliseconds: z.number(),
  contentId: contentIdSchema,
});
export type Understanding = z.infer<typeof understandingSchema>;

/** Why the bot said what it said: on the bot's own message. */
export const botTraceSchema = z.object({
  step: z.enum(['answered', 'clarified', 'acted']),
  answersSeq: z.int(),
  sources: z.array(sourceSchema),
  milliseconds: z.number(),
});
export type BotTrace = z.infer<typeof botTraceSchema>;

export const messageItemSchema = z.object({
  kind: z.literal('message'),
  ...placeSchema,
  id: idSchema,
  contentId: contentIdSchema,
  language: messageLanguageSchema,
  /** null once erased. */
  text: z.string().nullable(),
  attachments: z.array(attachmentSchema),
  buttons: z.array(buttonSchema),
  choice: z.string().nullable(),
  edited: z.boolean(),
  recalled: z.boolean(),
  flags: z.array(itemFlagSchema),
  understanding: understandingSchema.nullable(),
  trace: botTraceSchema.nullable(),
});
export type MessageItem = z.infer<typeof messageItemSchema>;

export const noteItemSchema = z.object({ kind: z.enum(['note', 'whisper']), ...placeSchema, id: idSchema, contentId: contentIdSchema, text: z.string().nullable() });
export type NoteItem = z.infer<typeof noteItemSchema>;

export const packetItemSchema = z.object({ kind: z.literal('packet'), ...placeSchema, contentId: contentIdSchema, facts: packetFactsSchema, content: packetContentSchema.nullable() });
export type PacketItem = z.infer<typeof packetItemSchema>;

/** A quiet line: something happened. `code` is the event's type; the renderer makes the sentence. */
export const lineItemSchema = z.object({
  kind: z.literal('line'),
  ...placeSchema,
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
});
export type LineItem = z.infer<typeof lineItemSchema>;

/** An assignment keeps its reasons for "why me". */
export const assignmentItemSchema = z.object({
  kind: z.literal('assignment'),
  ...placeSchema,
  agentId: z.string(),
  how: z.string(),
  reasons: z.array(assignmentReasonSchema),
});

export const actionItemSchema = z.object({ kind: z.literal('action'), ...placeSchema, record: actionRecordSchema });

/** Something this reader may not see, or this build doesn't know: it has its number and shows as one. */
export const opaqueItemSchema = z.object({ kind: z.enum(['hidden', 'newer']), ...placeSchema });

export const itemSchema = z.discriminatedUnion('kind', [
  messageItemSchema, noteItemSchema, packetItemSchema, lineItemSchema, assignmentItemSchema, actionItemSchema, opaqueItemSchema,
]);
export type Item = z.infer<typeof itemSchema>;

export const openFlagSchema = z.object({ flagId: idSchema, messageSeq: z.int(), kind: flagKindSchema, band: bandSchema });

/** Who holds the conversation now. */
export const holderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('bot') }),
  z.object({ kind: z.literal('queue'), queueId: idSchema, since: instantSchema }),
  z.object({ kind: z.literal('agent'), agentId: idSchema, since: instantSchema }),
]);
export type Holder = z.infer<typeof holderSchema>;

export const suggestionSetSchema = z.object({
  setId: idSchema,
  seq: z.int(),
  contentId: contentIdSchema,
  messageSeq: z.int(),
  items: z.array(suggestionSchema),
  /** Texts by suggestion id; empty once erased. */
  texts: z.record(z.string(), z.string()),
  milliseconds: z.number(),
  withdrawn: z.enum(['customer-wrote', 'replied', 'order-changed', 'resolved']).nullable(),
});
export type SuggestionSet = z.infer<typeof suggestionSetSchema>;

/** The whole conversation in constant size. Everything a list row, a policy or a reaction asks is here. */
export const headSchema = z.object({
  conversationId: idSchema,
  shopId: idSchema,
  customerId: idSchema,
  /** Last applied numbers. */
  seq: z.int().nonnegative(),
  publicSeq: z.int().nonnegative(),
  reducerVersion: z.int(),
  /** Events this build didn't know. */
  newerCount: z.int().nonnegative(),
  episode: z.object({
    number: z.int().nonnegative(),
    status: z.enum(['none', 'open', 'resolved']),
    openedAt: instantSchema.nullable(),
    resolvedAt: instantSchema.nullable(),
    /** A person had it: it never goes back to the bot. */
    hadPerson: z.boolean(),
    handedOffAt: instantSchema.nullable(),
  }),
  language: languageSchema,
  holder: holderSchema,
  lastOwnerId: z.string().nullable(),
  /** Start of the oldest unanswered customer message (D19); null when nobody waits for a person. */
  waitingSince: instantSchema.nullable(),
  last: z.object({ seq: z.int(), at: instantSchema, by: z.enum(actorKinds), text: z.string().nullable(), contentId: contentIdSchema }).nullable(),
  lastCustomerSeq: z.int().nonnegative(),
  lastPublicSeq: z.int().nonnegative(),
  mood: z.object({ level: z.number(), trend: z.array(z.number()) }),
  openFlags: z.array(openFlagSchema),
  packet: z.object({ seq: z.int(), at: instantSchema, contentId: contentIdSchema, facts: packetFactsSchema, content: packetContentSchema.nullable() }).nullable(),
  ticket: ticketSchema.nullable(),
  suggestions: suggestionSetSchema.nullable(),
  sla: z.object({ metric: slaMetricSchema, startedAt: instantSchema, dueAt: instantSchema, breached: z.boolean() }).nullable(),
  reads: z.object({ customer: z.int().nonnegative(), staff: z.int().nonnegative() }),
  deliveredUpTo: z.int().nonnegative(),
  /** Customer messages that no person of ours has read, by seq; only the newest 100 are kept. */
  unreadSeqs: z.array(z.int()),
  snoozedUntil: instantSchema.nullable(),
  orderNumber: z.string().nullable(),
  /** Actions not finished yet (proposed, submitted, unconfirmed), oldest first. */
  openActions: z.array(actionRecordSchema),
  /** What the bot has been through in this episode: the facts its next turn decides on. */
  bot: z.object({
    answers: z.int().nonnegative(),
    clarifications: z.int().nonnegative(),
    /** Turns in a row that left the customer without an answer. */
    failures: z.int().nonnegative(),
    proposal: z.object({ action: z.string(), orderNumber: z.string(), messageSeq: z.int() }).nullable(),
    tried: z.array(z.object({ step: z.string(), intent: z.string().nullable(), sources: z.array(sourceSchema) })),
    lastIntent: z.string().nullable(),
  }),
  messageCount: z.int().nonnegative(),
});
export type ConversationHead = z.infer<typeof headSchema>;

/** Folded items of the events `from..to`, oldest first; many events make no item of their own. */
export const windowSchema = z.object({ from: z.int().positive(), to: z.int().nonnegative(), items: z.array(itemSchema) });
export type ConversationWindow = z.infer<typeof windowSchema>;

export const conversationStateSchema = z.object({ head: headSchema, window: windowSchema });
export type ConversationState = z.infer<typeof conversationStateSchema>;
