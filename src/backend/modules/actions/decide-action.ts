import type { UnitOfWork } from '../../db/unit-of-work.ts';
import type { Id, Money } from '../../../shared/contracts/basics.ts';
import { needsApproval } from '../../../shared/domain/needs-approval.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Decide, Handler, StaffAct } from '../../commands/command-handler.ts';
import { findAct, type StoredAct } from './action-repository.ts';
import { confirmJob } from './confirm-job.ts';

type Dependencies = { readonly work: UnitOfWork; readonly moneyLimit: (accountId: Id) => Promise<Money> };

function decideVerdict(act: StaffAct<'action.decide'>, proposal: StoredAct, limit: Money): Decide {
  const { actionId, kind, orderNumber } = proposal.payload;
  const about = { actionId, kind, orderNumber };
  return ({ head, now }) => {
    const record = head.openActions.find((open) => open.actionId === actionId);
    if (record?.state !== 'proposed') return err({ code: 'TRANSITION_REFUSED', details: { state: record?.state ?? 'finished' } });
    if (record.proposedBy === act.principal.accountId) return err({ code: 'APPROVER_IS_PROPOSER' });
    if (act.payload.verdict === 'declined') return ok({ events: [{ type: 'action.declined', payload: { ...about, reason: act.payload.reason }, content: null }] });
    if (needsApproval(proposal.payload.amount, limit)) return err({ code: 'OVER_LIMIT', details: { limit } });
    return ok({
      events: [
        { type: 'action.approved', payload: about, content: null },
        { type: 'action.submitted', payload: proposal.payload, content: { arguments: proposal.arguments ?? {} } },
      ],
      due: [confirmJob(actionId, act.conversationId, now)],
    });
  };
}

/**
 * `action.decide`: a lead approves or declines what an agent may not do alone; never their own proposal, and nobody approves
 * what they could not do alone either: else a limit would be worth nothing to whoever finds one to ask.
 */
export const decideAction = ({ work, moneyLimit }: Dependencies): Handler<StaffAct<'action.decide'>> => ({
  prepare: async (act) => {
    const proposal = await findAct(work, act.conversationId, act.payload.actionId);
    if (!proposal) return err({ code: 'NOT_FOUND', details: { actionId: act.payload.actionId } });
    return ok(decideVerdict(act, proposal, await moneyLimit(act.principal.accountId)));
  },
});
