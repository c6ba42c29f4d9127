import type { Id } from '../../../shared/contracts/basics.ts';
import { ok } from '../../../shared/lib/result.ts';
import type { DueHandler } from '../../due/due-job.ts';
import type { Append } from '../../log/append-request.ts';
import { SYSTEM_ACTOR } from '../../principal.ts';

export const SLA_KIND = 'sla.breach';

/** One reply clock runs in a conversation at a time. */
export const slaKey = (conversationId: Id): string => `${SLA_KIND}:${conversationId}`;

/** Marks a reply clock that ran out; one that was met or started anew meanwhile is left alone. */
export const slaDue = (append: Append): DueHandler => ({
  kind: SLA_KIND,
  run: async ({ id, conversationId, payload }) => {
    if (conversationId === null) return;
    const answer = await append({
      conversationId,
      actor: SYSTEM_ACTOR,
      key: id,
      fingerprint: SLA_KIND,
      act: 'free',
      seenSeq: null,
      decide: ({ head }) => {
        const ranOut = head.sla !== null && !head.sla.breached && head.sla.dueAt === payload['dueAt'];
        return ok({ events: ranOut && head.sla ? [{ type: 'sla.breached', payload: { metric: head.sla.metric }, content: null }] : [] });
      },
    });
    if (!answer.ok) throw new Error(`a breach was refused: ${answer.error.code}`);
  },
});
