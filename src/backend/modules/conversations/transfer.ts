import type { Id } from '../../../shared/contracts/basics.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Decide, Handler, StaffAct } from '../../commands/command-handler.ts';
import type { NewEvent } from '../../log/append-request.ts';
import { refuseNote } from '../messages/message-text.ts';
import { refuseActing } from './holding.ts';
import { leaving } from './take-over.ts';

export type TransferDependencies = {
  /** Whether this queue or agent belongs to the conversation's shop. */
  readonly isTarget: (conversationId: Id, to: { readonly kind: 'queue' | 'agent'; readonly id: Id }) => Promise<boolean>;
};

const noteEvents = (text: string): NewEvent[] => (text.trim() === '' ? [] : [{ type: 'note.posted', payload: {}, content: { text } }]);

function arriving({ kind, id }: StaffAct<'conversation.transfer'>['payload']['to']): NewEvent {
  if (kind === 'queue') return { type: 'queue.entered', payload: { queueId: id, why: 'transfer' }, content: null };
  return { type: 'assignment.accepted', payload: { agentId: id, how: 'transferred', reasons: [], ruleVersion: 'hand' }, content: null };
}

function decideTransfer(act: StaffAct<'conversation.transfer'>): Decide {
  return ({ head }) => {
    const refused = refuseActing(head, act.principal);
    if (refused) return err(refused);
    const { to, note } = act.payload;
    if (to.kind === 'agent' && head.holder.kind === 'agent' && head.holder.agentId === to.id) return err({ code: 'TRANSITION_REFUSED', details: { holder: 'same' } });
    return ok({ events: [...noteEvents(note), ...leaving(head, 'transferred'), arriving(to)] });
  };
}

/** `conversation.transfer`: to a queue or a colleague, with a word for whoever gets it. */
export const transfer = (deps: TransferDependencies): Handler<StaffAct<'conversation.transfer'>> => ({
  prepare: async (act) => {
    const { to, note } = act.payload;
    const refused = note.trim() === '' ? null : refuseNote(note);
    if (refused) return err(refused);
    return (await deps.isTarget(act.conversationId, to)) ? ok(decideTransfer(act)) : err({ code: 'NOT_FOUND', details: { to: to.kind } });
  },
});
