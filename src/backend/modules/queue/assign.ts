import type { Id } from '../../../shared/contracts/basics.ts';
import { DISPATCH_RULE, type Assignment } from '../../../shared/domain/dispatch.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Append } from '../../log/append-request.ts';
import type { Logger } from '../../logger.ts';
import { expectAccepted, isEverybodys } from '../../reactions/expect-accepted.ts';

const DISPATCH_ACTOR = { kind: 'system', id: 'dispatch' } as const;

export type AssignDependencies = { readonly append: Append; readonly newId: () => Id; readonly logger: Logger };

/** One conversation to one agent, if it still waits in the same queue; somebody may have taken it meanwhile. */
async function append(deps: AssignDependencies, { conversationId, agentId, reasons }: Assignment, queueId: Id): Promise<boolean> {
  const answer = await deps.append({
    conversationId,
    actor: DISPATCH_ACTOR,
    key: deps.newId(),
    fingerprint: `assign:${agentId}`,
    act: 'free',
    seenSeq: null,
    decide: ({ head }) => {
      if (head.holder.kind !== 'queue' || head.holder.queueId !== queueId) return err({ code: 'STALE' });
      return ok({
        events: [
          { type: 'queue.left', payload: { queueId, why: 'assigned' }, content: null },
          { type: 'assignment.accepted', payload: { agentId, how: 'dispatched', reasons, ruleVersion: DISPATCH_RULE }, content: null },
        ],
      });
    },
  });
  expectAccepted(answer, 'an assignment was');
  return answer.ok;
}

/** Whether the agent has it now. What is wrong with one conversation alone is logged: it is no reason to keep those behind it waiting. */
export async function assign(deps: AssignDependencies, assignment: Assignment, queueId: Id): Promise<boolean> {
  try {
    return await append(deps, assignment, queueId);
  } catch (error) {
    if (isEverybodys(error)) throw error;
    deps.logger.error({ err: error, conversationId: assignment.conversationId }, 'a conversation could not be assigned and waits for the next round');
    return false;
  }
}
