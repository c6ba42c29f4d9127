import { z } from 'zod';
import { flagKindSchema, bandSchema, evidenceSchema, packetContentSchema, packetFactsSchema, scoredLabelSchema, slotsSchema, sourceSchema, suggestionSchema } from '../assist.ts';
import { idSchema } from '../basics.ts';
import { actionKindSchema } from '../action.ts';
import { staffEvent } from './define.ts';

/** The bot's message that a trace explains, and the customer's message that it answers. */
const turnSchema = z.object({
  messageId: idSchema,
  messageSeq: z.int().positive(),
  answersSeq: z.int().positive(),
  sources: z.array(sourceSchema),
  milliseconds: z.number(),
});

/** What the machines noticed and did: every turn leaves its trace, every flag its evidence. */
export const botEvents = {
  'turn.understood': staffEvent({
    payload: z.object({
      messageSeq: z.int().positive(),
      intent: z.string().nullable(),
      confidence: z.number(),
      abstained: z.boolean(),
      runnersUp: z.array(scoredLabelSchema),
      /** Valence -1..1 of the customer's words. */
      sentiment: z.number(),
      missingSlots: z.array(z.string()),
      /** The order the customer speaks of, once it is known to be theirs. */
      orderNumber: z.string().nullable(),
      milliseconds: z.number(),
      modelVersion: z.string(),
    }),
    content: z.object({ slots: slotsSchema, evidence: evidenceSchema }),
  }),
  'bot.answered': staffEvent({ payload: turnSchema }),
  'bot.clarified': staffEvent({ payload: turnSchema.extend({ between: z.array(z.string()), slot: z.string().nullable() }) }),
  /** The bot proposed an action (waiting for the customer's word), or did one they confirmed. */
  'bot.acted': staffEvent({
    payload: turnSchema.extend({ action: actionKindSchema, step: z.enum(['proposed', 'done', 'dropped']), orderNumber: z.string() }),
  }),
  'flag.raised': staffEvent({
    payload: z.object({ flagId: idSchema, messageSeq: z.int().positive(), kind: flagKindSchema, band: bandSchema, modelVersion: z.string() }),
    content: z.object({ evidence: evidenceSchema }),
  }),
  'flag.confirmed': staffEvent({ payload: z.object({ flagId: idSchema, messageSeq: z.int().positive() }) }),
  'flag.dismissed': staffEvent({ payload: z.object({ flagId: idSchema, messageSeq: z.int().positive() }) }),
  'flag.cleared': staffEvent({ payload: z.object({ flagId: idSchema, messageSeq: z.int().positive() }) }),
  'handoff.requested': staffEvent({ payload: packetFactsSchema, content: packetContentSchema }),
  'suggestion.offered': staffEvent({
    payload: z.object({ setId: idSchema, messageSeq: z.int().positive(), items: z.array(suggestionSchema).max(3), milliseconds: z.number(), modelVersion: z.string() }),
    content: z.object({ texts: z.record(z.string(), z.string()) }),
  }),
  'suggestion.withdrawn': staffEvent({ payload: z.object({ setId: idSchema, why: z.enum(['customer-wrote', 'replied', 'order-changed', 'resolved']) }) }),
  'suggestion.observed': staffEvent({
    payload: z.object({
      setId: idSchema,
      observations: z.array(z.object({ suggestionId: idSchema.nullable(), what: z.enum(['shown', 'inserted', 'edited', 'sent', 'ignored', 'none-fits']), distance: z.number().optional() })),
    }),
  }),
};
