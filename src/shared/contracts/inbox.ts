import { z } from 'zod';
import { channelSchema, idSchema, instantSchema, languageSchema, tierSchema, actorKinds } from './basics.ts';
import { flagKindSchema } from './assist.ts';
import { holderSchema } from './conversation-state.ts';

/** A conversation as a line of the list: never a whole message, so that ten thousand of them are light. */
export const inboxRowSchema = z.object({
  conversationId: idSchema,
  shopId: idSchema,
  seq: z.int().nonnegative(),
  /** Feed position of the newest event folded into this row. */
  position: z.int().nonnegative(),
  customer: z.object({ id: idSchema, name: z.string(), tier: tierSchema }),
  channel: channelSchema,
  language: languageSchema,
  status: z.enum(['none', 'open', 'resolved']),
  holder: holderSchema,
  waitingSince: instantSchema.nullable(),
  last: z.object({ at: instantSchema, by: z.enum(actorKinds), text: z.string().nullable() }).nullable(),
  mood: z.object({ level: z.number(), trend: z.array(z.number()) }),
  flags: z.array(flagKindSchema),
  unread: z.int().nonnegative(),
  sla: z.object({ startedAt: instantSchema, dueAt: instantSchema, breached: z.boolean() }).nullable(),
  snoozedUntil: instantSchema.nullable(),
  orderNumber: z.string().nullable(),
  intent: z.string().nullable(),
  openActions: z.int().nonnegative(),
  /** Who proposed the actions that wait for a lead's decision. */
  approvals: z.array(idSchema),
});
export type InboxRow = z.infer<typeof inboxRowSchema>;

/**
 * The agent's feed: rows that changed, up to and including `position`. Rows are states, not deltas, so applying one twice or
 * skipping an older one is harmless; what may not be missed is the last one, which the heartbeat's head guards, and one in between,
 * which `after` guards: the position of the push of this shop before, for whoever got it.
 */
export const feedSchema = z.object({ position: z.int().nonnegative(), after: z.int().nonnegative().optional(), rows: z.array(inboxRowSchema) });
export type Feed = z.infer<typeof feedSchema>;
