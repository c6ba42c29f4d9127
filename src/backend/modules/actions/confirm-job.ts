import type { Id, Instant } from '../../../shared/contracts/basics.ts';
import type { NewDueJob } from '../../due/due-job.ts';

export const CONFIRM_KIND = 'action.confirm';

/** How long an act may be under way before the shop is asked what became of it. */
export const CONFIRM_AFTER_MS = 30_000;

export const confirmKey = (actionId: Id): string => `${CONFIRM_KIND}:${actionId}`;

/** The promise to ask the shop about an act whose answer doesn't come. */
export const confirmJob = (actionId: Id, conversationId: Id, now: Instant): NewDueJob => ({
  kind: CONFIRM_KIND,
  dedupKey: confirmKey(actionId),
  runAt: now + CONFIRM_AFTER_MS,
  conversationId,
  payload: { actionId },
});
