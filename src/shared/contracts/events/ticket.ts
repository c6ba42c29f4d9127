import { z } from 'zod';
import { idSchema, instantSchema } from '../basics.ts';
import { priorityReasonSchema, prioritySchema, ticketCategorySchema, ticketKindSchema, ticketStateSchema } from '../ticket.ts';
import { staffEvent } from './define.ts';

const ticketId = { ticketId: idSchema };

/** A ticket's life. The ticket is the fold of these, its timeline their list. */
export const ticketEvents = {
  'ticket.created': staffEvent({
    payload: z.object({
      ...ticketId,
      number: z.int().positive(),
      kind: ticketKindSchema,
      category: ticketCategorySchema,
      priority: prioritySchema,
      priorityReasons: z.array(priorityReasonSchema),
      orderNumber: z.string().nullable(),
      dueAt: instantSchema.nullable(),
    }),
  }),
  'ticket.state-changed': staffEvent({ payload: z.object({ ...ticketId, from: ticketStateSchema, to: ticketStateSchema }) }),
  'ticket.classified': staffEvent({ payload: z.object({ ...ticketId, kind: ticketKindSchema, category: ticketCategorySchema }) }),
  'ticket.prioritised': staffEvent({ payload: z.object({ ...ticketId, priority: prioritySchema, priorityReasons: z.array(priorityReasonSchema) }) }),
  'ticket.escalated': staffEvent({ payload: z.object({ ...ticketId, reason: z.string() }) }),
  'ticket.assigned': staffEvent({ payload: z.object({ ...ticketId, assigneeId: z.string().nullable() }) }),
};
