import type { Actor, Id } from '../../../shared/contracts/basics.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import type { LogEvent } from '../../../shared/contracts/events/envelope.ts';
import { isKnownEvent } from '../../../shared/domain/known-versions.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';
import type { DueJob } from '../../due/due-job.ts';
import { ShopUnavailable, type ShopPort, type ShopReceipt } from '../../integrations/shop/shop-port.ts';
import type { Append, NewEvent } from '../../log/append-request.ts';
import { expectAccepted } from '../../reactions/expect-accepted.ts';
import { findAct, type StoredAct } from './action-repository.ts';
import { confirmKey } from './confirm-job.ts';

export type RunDependencies = { readonly shop: ShopPort; readonly append: Append; readonly work: UnitOfWork };

type Running = { readonly conversationId: Id; readonly actor: Actor; readonly act: StoredAct; readonly key: string };

const SYSTEM: Actor = { kind: 'system', id: 'actions' };

/** Who writes an outcome that was asked for later. The bot's own stays the bot's, which is how it knows that a person has to be called. */
const authorOf = (submitter: Actor): Actor => (submitter.kind === 'bot' ? submitter : SYSTEM);

/** The shop's answer; a line that broke is no answer, and is told apart from a refusal. */
async function callShop(shop: ShopPort, { payload, arguments: args }: StoredAct): Promise<Result<ShopReceipt, Failure>> {
  try {
    return await shop.execute({ actionId: payload.actionId, kind: payload.kind, orderNumber: payload.orderNumber, orderVersion: payload.orderVersion, arguments: args ?? {} });
  } catch {
    return err({ code: 'SHOP_UNAVAILABLE' });
  }
}

function outcomeEvent({ payload }: StoredAct, answer: Result<ShopReceipt, Failure>): NewEvent {
  const about = { actionId: payload.actionId, kind: payload.kind, orderNumber: payload.orderNumber };
  if (answer.ok) return { type: 'action.executed', payload: { ...about, ...answer.value }, content: null };
  if (answer.error.code === 'SHOP_UNAVAILABLE') return { type: 'action.unconfirmed', payload: about, content: null };
  return { type: 'action.failed', payload: { ...about, code: answer.error.code }, content: null };
}

/** Writes what came of it, once: an act that has ended, or is already known to be unconfirmed, stays as it is. */
async function record(deps: RunDependencies, running: Running, answer: Result<ShopReceipt, Failure>): Promise<void> {
  const event = outcomeEvent(running.act, answer);
  const { actionId } = running.act.payload;
  const written = await deps.append({
    conversationId: running.conversationId,
    actor: running.actor,
    key: running.key,
    fingerprint: `outcome:${actionId}`,
    act: 'free',
    seenSeq: null,
    decide: ({ head }) => {
      const state = head.openActions.find((open) => open.actionId === actionId)?.state;
      const isNews = state === 'submitted' || (state === 'unconfirmed' && event.type !== 'action.unconfirmed');
      if (!isNews) return err({ code: 'TRANSITION_REFUSED' });
      return ok({ events: [event], ...(event.type === 'action.unconfirmed' ? {} : { cancelDue: [confirmKey(actionId)] }) });
    },
  });
  expectAccepted(written, 'an action’s outcome was', 'TRANSITION_REFUSED');
}

/** Follows `action.submitted`: calls the shop with the action's id as key, so that a crash between the two changes nothing. */
export async function runSubmitted(deps: RunDependencies, event: LogEvent): Promise<void> {
  if (!isKnownEvent(event) || event.type !== 'action.submitted') return;
  const act = { payload: event.payload, arguments: event.content?.arguments ?? null };
  await record(deps, { conversationId: event.conversationId, actor: event.actor, act, key: `${event.id}:outcome` }, await callShop(deps.shop, act));
}

/**
 * Asks the shop what became of an act. It knows the key: that is the answer. It doesn't: the act never arrived, and the same
 * key may go once more. Still no line: the job throws and comes again.
 */
export async function confirmSubmitted(deps: RunDependencies, job: DueJob): Promise<void> {
  const actionId = String(job.payload['actionId']);
  const act = job.conversationId === null ? null : await findAct(deps.work, job.conversationId, actionId);
  if (!act || job.conversationId === null) return;
  const receipt = await deps.shop.findReceipt(actionId);
  const answer = receipt ? ok(receipt) : await callShop(deps.shop, act);
  if (!answer.ok && answer.error.code === 'SHOP_UNAVAILABLE') throw new ShopUnavailable('the shop cannot be reached');
  await record(deps, { conversationId: job.conversationId, actor: authorOf(act.actor), act, key: `${job.id}:outcome` }, answer);
}
