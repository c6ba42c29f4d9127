import { z } from 'zod';
import { actionArgumentsSchema, actionKindSchema } from './action.ts';
import { idSchema, instantSchema, seqSchema } from './basics.ts';
import { dispositionSchema } from './events/episode.ts';
import { attachmentsSchema, buttonIdSchema } from './message.ts';
import { ticketCategorySchema, ticketKindSchema, ticketStateSchema } from './ticket.ts';

/** Acts of staff inside a conversation. A command's `id` is its idempotency key and, for a posted thing, that thing's id. */
export const STAFF_COMMANDS = {
  'message.post': z.strictObject({
    text: z.string(),
    attachments: attachmentsSchema,
    suggestion: z.strictObject({ setId: idSchema, suggestionId: idSchema, edited: z.boolean() }).optional(),
  }),
  'message.edit': z.strictObject({ messageId: idSchema, text: z.string() }),
  'message.recall': z.strictObject({ messageId: idSchema }),
  'note.post': z.strictObject({ text: z.string() }),
  'whisper.post': z.strictObject({ text: z.string(), to: z.array(idSchema).min(1).max(20) }),
  'read.advance': z.strictObject({ upToSeq: seqSchema }),
  'conversation.take-over': z.strictObject({}),
  'conversation.transfer': z.strictObject({ to: z.strictObject({ kind: z.enum(['queue', 'agent']), id: idSchema }), note: z.string() }),
  'conversation.snooze': z.strictObject({ until: instantSchema }),
  'conversation.unsnooze': z.strictObject({}),
  'episode.resolve': z.strictObject({ disposition: dispositionSchema, ticketVersion: z.int().nonnegative() }),
  'episode.reopen': z.strictObject({}),
  'flag.judge': z.strictObject({ flagId: idSchema, verdict: z.enum(['confirmed', 'dismissed']) }),
  'suggestion.observe': z.strictObject({
    setId: idSchema,
    observations: z
      .array(z.strictObject({ suggestionId: idSchema.nullable(), what: z.enum(['shown', 'inserted', 'edited', 'sent', 'ignored', 'none-fits']), distance: z.number().optional() }))
      .min(1)
      .max(20),
  }),
  'action.execute': z.strictObject({ kind: actionKindSchema, orderNumber: z.string(), orderVersion: z.string(), arguments: actionArgumentsSchema }),
  'action.decide': z.strictObject({ actionId: idSchema, verdict: z.enum(['approved', 'declined']), reason: z.string() }),
  'ticket.change': z.strictObject({
    ticketId: idSchema,
    ticketVersion: z.int().positive(),
    state: ticketStateSchema.optional(),
    kind: ticketKindSchema.optional(),
    category: ticketCategorySchema.optional(),
  }),
  'ticket.escalate': z.strictObject({ ticketId: idSchema, reason: z.string() }),
} as const;

/** Acts of a customer on their own conversation. */
export const CUSTOMER_COMMANDS = {
  'message.post': z.strictObject({
    text: z.string(),
    attachments: attachmentsSchema,
    choice: z.strictObject({ messageId: idSchema, buttonId: buttonIdSchema }).optional(),
  }),
  'read.advance': z.strictObject({ upToPublicSeq: seqSchema }),
} as const;

export type StaffCommandType = keyof typeof STAFF_COMMANDS;
export type CustomerCommandType = keyof typeof CUSTOMER_COMMANDS;
export type StaffPayload<T extends StaffCommandType> = z.infer<(typeof STAFF_COMMANDS)[T]>;
export type CustomerPayload<T extends CustomerCommandType> = z.infer<(typeof CUSTOMER_COMMANDS)[T]>;

/** The frame around a staff command; the payload is checked against the type's own schema afterwards. */
export const staffCommandFrameSchema = z.strictObject({
  id: idSchema,
  type: z.string().max(80),
  conversationId: idSchema,
  /** Highest seq painted, at the key press, while the transcript's end was visible. */
  seenSeq: seqSchema,
  payload: z.unknown(),
});

export type StaffCommand = {
  [T in StaffCommandType]: { readonly id: string; readonly type: T; readonly conversationId: string; readonly seenSeq: number; readonly payload: StaffPayload<T> };
}[StaffCommandType];

export const customerCommandFrameSchema = z.strictObject({ id: idSchema, type: z.string().max(80), payload: z.unknown() });

export type CustomerCommand = {
  [T in CustomerCommandType]: { readonly id: string; readonly type: T; readonly payload: CustomerPayload<T> };
}[CustomerCommandType];

/** The answer to an accepted command: where the log is now. A repeat of the same command gets the same answer. */
export const acceptedSchema = z.object({ seq: seqSchema, position: z.int().nonnegative(), at: instantSchema });
export type Accepted = z.infer<typeof acceptedSchema>;

/** The customer's answer speaks of public numbers only. */
export const acceptedByCustomerSchema = z.object({ publicSeq: seqSchema, at: instantSchema });
export type AcceptedByCustomer = z.infer<typeof acceptedByCustomerSchema>;
