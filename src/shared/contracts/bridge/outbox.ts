import { z } from 'zod';
import { idSchema, instantSchema } from '../basics.ts';
import { acceptedSchema } from '../commands.ts';
import { failureSchema } from '../errors.ts';

/** Three lanes a conversation: messages (ordered, one in flight), actions (ordered, online only), observations (batched). */
export const laneSchema = z.enum(['messages', 'actions', 'observations']);
export type Lane = z.infer<typeof laneSchema>;

/**
 * An act on its way up. `queued` and `in-flight` need no word; `held` waits behind a refused reply of the same conversation;
 * `refused` keeps its text and says why; `done` leaves as soon as the log has reached its seq.
 */
export const outboxEntrySchema = z.object({
  id: idSchema,
  conversationId: idSchema,
  lane: laneSchema,
  type: z.string(),
  payload: z.record(z.string(), z.json()),
  seenSeq: z.int().nonnegative(),
  createdAt: instantSchema,
  state: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('queued'),
      /** What keeps it here though there is a line. */
      failure: failureSchema.optional(),
      /** It was sent once and no answer came, so that it can't be taken back. Said to windows; the outbox itself knows it from elsewhere. */
      wasSent: z.boolean().optional(),
    }),
    z.object({ kind: z.literal('in-flight') }),
    z.object({ kind: z.literal('held') }),
    z.object({ kind: z.literal('done'), accepted: acceptedSchema }),
    z.object({ kind: z.literal('refused'), failure: failureSchema }),
  ]),
});
export type OutboxEntry = z.infer<typeof outboxEntrySchema>;
