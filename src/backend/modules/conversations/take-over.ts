import { err, ok } from '../../../shared/lib/result.ts';
import type { Handler, StaffAct } from '../../commands/command-handler.ts';
import type { ConversationHead } from '../../../shared/contracts/conversation-state.ts';
import type { NewEvent } from '../../log/append-request.ts';
import { refuseTaking } from './holding.ts';

/** What the one who has it now leaves behind. */
export function leaving(head: ConversationHead, why: 'taken-over' | 'transferred'): NewEvent[] {
  if (head.holder.kind === 'queue') return [{ type: 'queue.left', payload: { queueId: head.holder.queueId, why: why === 'transferred' ? 'transferred' : 'assigned' }, content: null }];
  return head.holder.kind === 'agent' ? [{ type: 'assignment.revoked', payload: { agentId: head.holder.agentId, why }, content: null }] : [];
}

/** `conversation.take-over`: from the bot, the queue, or (a lead) a colleague. */
export const takeOver: Handler<StaffAct<'conversation.take-over'>> = {
  decide: (act, { head }) => {
    const refused = refuseTaking(head, act.principal);
    if (refused) return err(refused);
    const { accountId } = act.principal;
    const taken: NewEvent = { type: 'assignment.accepted', payload: { agentId: accountId, how: 'taken-over', reasons: [], ruleVersion: 'hand' }, content: null };
    return ok({ events: [...leaving(head, 'taken-over'), taken] });
  },
};
