import { z } from 'zod';
import { idSchema, instantSchema } from '../basics.ts';
import { publicEvent, staffEvent } from './define.ts';

/** One reason of an assignment with the number behind it: "waited 41 s", "knows her: 2 times", "load 3 of 8". */
export const assignmentReasonSchema = z.object({ code: z.string(), value: z.union([z.number(), z.string()]) });
export type AssignmentReason = z.infer<typeof assignmentReasonSchema>;

export const slaMetricSchema = z.enum(['first-response', 'next-reply']);

/** Waiting, assignment and the clocks. */
export const queueEvents = {
  'queue.entered': publicEvent({ payload: z.object({ queueId: idSchema, why: z.enum(['handoff', 'transfer', 'owner-away', 'reopened']) }), publicFields: [] }),
  'queue.left': staffEvent({ payload: z.object({ queueId: idSchema, why: z.enum(['assigned', 'transferred', 'resolved', 'abandoned']) }) }),
  'assignment.accepted': publicEvent({
    payload: z.object({
      agentId: idSchema,
      how: z.enum(['dispatched', 'taken-over', 'transferred', 'reopened']),
      reasons: z.array(assignmentReasonSchema),
      /** Version of the dispatch rule that decided, so that it can be run again. */
      ruleVersion: z.string(),
    }),
    publicFields: [],
  }),
  'assignment.revoked': staffEvent({ payload: z.object({ agentId: idSchema, why: z.enum(['away', 'transferred', 'taken-over', 'resolved']) }) }),
  'sla.started': staffEvent({ payload: z.object({ metric: slaMetricSchema, dueAt: instantSchema }) }),
  'sla.met': staffEvent({ payload: z.object({ metric: slaMetricSchema }) }),
  'sla.breached': staffEvent({ payload: z.object({ metric: slaMetricSchema }) }),
};
