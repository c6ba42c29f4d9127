import { z } from 'zod';
import { idSchema, instantSchema } from './basics.ts';

export const ticketStateSchema = z.enum(['new', 'open', 'pending', 'on-hold', 'solved', 'closed']);
export type TicketState = z.infer<typeof ticketStateSchema>;

export const ticketKindSchema = z.enum(['inquiry', 'complaint', 'suggestion', 'review']);
export type TicketKind = z.infer<typeof ticketKindSchema>;

export const ticketCategorySchema = z.enum([
  'logistics', 'return-exchange', 'refund', 'product', 'invoice', 'promotion', 'account', 'order', 'other',
]);
export type TicketCategory = z.infer<typeof ticketCategorySchema>;

export const prioritySchema = z.enum(['low', 'normal', 'high', 'urgent']);
export type Priority = z.infer<typeof prioritySchema>;

/** One reason of a priority, as a code with its weight, so that a person can question it. */
export const priorityReasonSchema = z.object({ code: z.string(), weight: z.int() });
export type PriorityReason = z.infer<typeof priorityReasonSchema>;

/** The folded ticket. `version` counts its events and is what acts carry as "ticket version". */
export const ticketSchema = z.object({
  ticketId: idSchema,
  number: z.int().positive(),
  version: z.int().positive(),
  state: ticketStateSchema,
  kind: ticketKindSchema,
  category: ticketCategorySchema,
  priority: prioritySchema,
  priorityReasons: z.array(priorityReasonSchema),
  escalated: z.boolean(),
  orderNumber: z.string().nullable(),
  assigneeId: z.string().nullable(),
  createdAt: instantSchema,
  dueAt: instantSchema.nullable(),
  timeline: z.array(z.object({ seq: z.int(), at: instantSchema, code: z.string(), params: z.record(z.string(), z.string()) })),
});
export type Ticket = z.infer<typeof ticketSchema>;
