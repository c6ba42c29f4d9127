import type { Id, Money } from '../../../shared/contracts/basics.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { needsApproval } from '../../../shared/domain/needs-approval.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Decide, Handler, StaffAct } from '../../commands/command-handler.ts';
import type { NewEvent } from '../../log/append-request.ts';
import { confirmJob } from './confirm-job.ts';
import { openOrder, type OrderAccess } from './offer-actions.ts';

export type ExecuteDependencies = OrderAccess & { readonly moneyLimit: (accountId: Id) => Promise<Money> };

type Planned = { readonly total: Money | null; readonly needsApproval: boolean };

async function plan(deps: ExecuteDependencies, act: StaffAct<'action.execute'>): Promise<Result<Planned, Failure>> {
  const { kind, orderNumber, orderVersion, arguments: args } = act.payload;
  const order = await openOrder(deps, act.conversationId, orderNumber);
  if (!order.ok) return order;
  if (order.value.version !== orderVersion) return err({ code: 'STALE_ORDER', details: { orderVersion: order.value.version } });
  const preview = await deps.shop.preview(order.value, { kind, arguments: args });
  if (!preview.ok) return preview;
  const limit = await deps.moneyLimit(act.principal.accountId);
  return ok({ total: preview.value.total, needsApproval: needsApproval(preview.value.total, limit) });
}

/** An agent acts only where they hold the conversation; a lead may step in anywhere. */
const mayAct = (act: StaffAct<'action.execute'>, holder: { kind: string; agentId?: string }): boolean =>
  act.principal.role !== 'agent' || (holder.kind === 'agent' && holder.agentId === act.principal.accountId);

function decideExecution(act: StaffAct<'action.execute'>, planned: Planned): Decide {
  const { kind, orderNumber, orderVersion, arguments: args } = act.payload;
  const event: NewEvent = {
    type: planned.needsApproval ? 'action.proposed' : 'action.submitted',
    id: act.id,
    payload: { actionId: act.id, kind, orderNumber, orderVersion, amount: planned.total },
    content: { arguments: args },
  };
  return ({ head, now }) => {
    if (head.episode.status !== 'open') return err({ code: 'EPISODE_CLOSED' });
    if (!mayAct(act, head.holder)) return err({ code: 'NOT_OWNER' });
    return ok({ events: [event], due: planned.needsApproval ? [] : [confirmJob(act.id, act.conversationId, now)] });
  };
}

/**
 * `action.execute`: checked against the order as it is now; within the account's limit it is submitted, above it a lead is
 * asked. The shop is called only after that is committed.
 */
export const executeAction = (deps: ExecuteDependencies): Handler<StaffAct<'action.execute'>> => ({
  prepare: async (act) => {
    const planned = await plan(deps, act);
    return planned.ok ? ok(decideExecution(act, planned.value)) : planned;
  },
});
