import type { UnitOfWork } from '../../db/unit-of-work.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Decide, Handler, StaffAct } from '../../commands/command-handler.ts';
import { findAct, type StoredAct } from './action-repository.ts';
import { confirmJob } from './confirm-job.ts';

function decideVerdict(act: StaffAct<'action.decide'>, proposal: StoredAct): Decide {
  const { actionId, kind, orderNumber } = proposal.payload;
  const about = { actionId, kind, orderNumber };
  return ({ head, now }) => {
    const record = head.openActions.find((open) => open.actionId === actionId);
    if (record?.state !== 'proposed') return err({ code: 'TRANSITION_REFUSED', details: { state: record?.state ?? 'finished' } });
    if (record.proposedBy === act.principal.accountId) return err({ code: 'APPROVER_IS_PROPOSER' });
    if (act.payload.verdict === 'declined') return ok({ events: [{ type: 'action.declined', payload: { ...about, reason: act.payload.reason }, content: null }] });
    return ok({
      events: [
        { type: 'action.approved', payload: about, content: null },
        { type: 'action.submitted', payload: proposal.payload, content: { arguments: proposal.arguments ?? {} } },
      ],
      due: [confirmJob(actionId, act.conversationId, now)],
    });
  };
}

/** `action.decide`: a lead approves or declines what an agent may not do alone; never their own proposal. */
export const decideAction = (work: UnitOfWork): Handler<StaffAct<'action.decide'>> => ({
  prepare: async (act) => {
    const proposal = await findAct(work, act.conversationId, act.payload.actionId);
    return proposal ? ok(decideVerdict(act, proposal)) : err({ code: 'NOT_FOUND', details: { actionId: act.payload.actionId } });
  },
});
