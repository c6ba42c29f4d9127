import type { Id } from '../../../shared/contracts/basics.ts';
import { needsApproval } from '../../../shared/domain/needs-approval.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { ApiPart } from '../../api/api-handlers.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';
import type { BackendModule } from '../../module.ts';
import { DESK_ROLES, LEAD_ROLES } from '../../policy/rules.ts';
import { CONFIRM_AFTER_MS, CONFIRM_KIND } from './confirm-job.ts';
import { decideAction } from './decide-action.ts';
import { executeAction, type ExecuteDependencies } from './execute-action.ts';
import { offerActions, openOrder } from './offer-actions.ts';
import { confirmSubmitted, runSubmitted, type RunDependencies } from './run-action.ts';

type Dependencies = ExecuteDependencies & RunDependencies & {
  readonly work: UnitOfWork;
  /** Whether the account's shops include the conversation's. */
  readonly mayRead: (accountId: Id, conversationId: Id) => Promise<boolean>;
};

function actionsApi(deps: Dependencies): ApiPart {
  const open = async (accountId: Id | undefined, conversationId: Id, orderNumber: string) =>
    accountId !== undefined && (await deps.mayRead(accountId, conversationId)) ? openOrder(deps, conversationId, orderNumber) : err({ code: 'NOT_FOUND' as const });
  return {
    actions: {
      list: async ({ conversationId, orderNumber }, { principal }) => {
        const order = await open(principal?.accountId, conversationId, orderNumber);
        return order.ok && principal ? ok(await offerActions(deps.shop, order.value, await deps.moneyLimit(principal.accountId))) : order.ok ? err({ code: 'UNAUTHENTICATED' }) : order;
      },
      preview: async ({ conversationId, orderNumber, kind, orderVersion, arguments: args }, { principal }) => {
        const order = await open(principal?.accountId, conversationId, orderNumber);
        if (!order.ok) return order;
        if (order.value.version !== orderVersion) return err({ code: 'STALE_ORDER', details: { orderVersion: order.value.version } });
        const preview = await deps.shop.preview(order.value, { kind, arguments: args });
        if (!preview.ok || !principal) return preview.ok ? err({ code: 'UNAUTHENTICATED' }) : preview;
        return ok({ ...preview.value, needsApproval: needsApproval(preview.value.total, await deps.moneyLimit(principal.accountId)) });
      },
    },
  };
}

/** Actions on orders: offered, previewed, limited, approved, executed exactly once, receipted. */
export function createActionsModule(deps: Dependencies): BackendModule {
  return {
    name: 'actions',
    policy: {
      commands: { 'action.execute': DESK_ROLES, 'action.decide': LEAD_ROLES },
      api: { 'actions.list': DESK_ROLES, 'actions.preview': DESK_ROLES },
    },
    commands: { 'action.execute': executeAction(deps), 'action.decide': decideAction(deps) },
    reactions: [{ name: 'actions', types: ['action.submitted'], handle: (event) => runSubmitted(deps, event) }],
    due: [{ kind: CONFIRM_KIND, within: CONFIRM_AFTER_MS, run: (job) => confirmSubmitted(deps, job) }],
    api: actionsApi(deps),
  };
}
