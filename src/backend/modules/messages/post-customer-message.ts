import { detectLanguage } from '../../../assist/index.ts';
import type { Id } from '../../../shared/contracts/basics.ts';
import type { ConversationHead } from '../../../shared/contracts/conversation-state.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { CustomerAct, Decide, Handler } from '../../commands/command-handler.ts';
import type { Facts, NewEvent } from '../../log/append-request.ts';
import { SYSTEM_ACTOR } from '../../principal.ts';
import { unsnoozeKey } from '../conversations/snooze-job.ts';
import type { FindMessage } from './message-repository.ts';
import { refuseMessage } from './message-text.ts';
import type { OwnsBlobs } from './post-message.ts';

export type CustomerPostDependencies = {
  readonly ownsBlobs: OwnsBlobs;
  readonly findMessage: FindMessage;
  /** Whether an agent takes conversations now. */
  readonly isAccepting: (agentId: Id) => Promise<boolean>;
  /** The last owner of a conversation and the queue it waited in, before the transaction. */
  readonly lastHolders: (conversationId: Id) => Promise<{ readonly ownerId: Id | null; readonly queueId: Id | null }>;
  readonly defaultQueue: (shopId: Id) => Promise<Id | null>;
  readonly reopenWindowMs: (shopId: Id) => Promise<number>;
};

type Prepared = { readonly reopenWindowMs: number; readonly acceptingOwnerId: Id | null; readonly queueId: Id | null };

function opening(head: ConversationHead, text: string): NewEvent {
  const language = text.trim() === '' ? head.language : detectLanguage(text);
  return { type: 'episode.opened', payload: { episode: head.episode.number + 1, mode: 'bot', language }, content: null, actor: SYSTEM_ACTOR };
}

/** Who gets a reopened episode: the bot only if it alone had it; its last owner if they accept; else its queue. */
function reopening(head: ConversationHead, prepared: Prepared): { readonly before: NewEvent[]; readonly after: NewEvent[] } {
  const { hadPerson, number } = head.episode;
  const reopened: NewEvent = { type: 'episode.reopened', payload: { episode: number, mode: hadPerson ? 'person' : 'bot' }, content: null, actor: SYSTEM_ACTOR };
  if (!hadPerson) return { before: [reopened], after: [] };
  const { acceptingOwnerId, queueId } = prepared;
  if (acceptingOwnerId !== null) {
    const payload = { agentId: acceptingOwnerId, how: 'reopened' as const, reasons: [{ code: 'knows-customer', value: 1 }], ruleVersion: 'reopen-1' };
    return { before: [reopened], after: [{ type: 'assignment.accepted', payload, content: null, actor: SYSTEM_ACTOR }] };
  }
  return { before: [reopened], after: queueId === null ? [] : [{ type: 'queue.entered', payload: { queueId, why: 'reopened' }, content: null, actor: SYSTEM_ACTOR }] };
}

function around({ head, now }: Facts, prepared: Prepared, text: string): { readonly before: NewEvent[]; readonly after: NewEvent[] } {
  const { status, resolvedAt } = head.episode;
  if (status === 'none') return { before: [opening(head, text)], after: [] };
  if (status === 'resolved') return now - (resolvedAt ?? 0) <= prepared.reopenWindowMs ? reopening(head, prepared) : { before: [opening(head, text)], after: [] };
  const woken: NewEvent = { type: 'conversation.unsnoozed', payload: { why: 'customer-wrote' }, content: null, actor: SYSTEM_ACTOR };
  return { before: [], after: head.snoozedUntil === null ? [] : [woken] };
}

function decidePost(act: CustomerAct<'message.post'>, prepared: Prepared): Decide {
  const { text, attachments, choice } = act.payload;
  return (facts) => {
    const { head } = facts;
    const { before, after } = around(facts, prepared, text);
    const posted: NewEvent = {
      type: 'message.posted',
      id: act.id,
      payload: { language: text.trim() === '' ? null : detectLanguage(text), ...(choice ? { choice } : {}) },
      content: { text, attachments, buttons: [] },
    };
    return ok({ events: [...before, posted, ...after], ...(head.snoozedUntil === null ? {} : { cancelDue: [unsnoozeKey(act.principal.conversationId)] }) });
  };
}

/** Whether the pressed button stands under the message that it names, here. Only the bot's messages have any. */
async function isOffered({ findMessage }: CustomerPostDependencies, { principal, payload: { choice } }: CustomerAct<'message.post'>): Promise<boolean> {
  if (!choice) return true;
  const message = await findMessage(principal.conversationId, choice.messageId);
  return message?.content?.buttons.some(({ id }) => id === choice.buttonId) ?? false;
}

/** Why this can't be posted, or null. What a button means is the bot's word: whoever could make one up would speak in its place. */
async function refusePost(deps: CustomerPostDependencies, act: CustomerAct<'message.post'>): Promise<Failure | null> {
  const { text, attachments } = act.payload;
  const refused = refuseMessage(text, attachments);
  if (refused) return refused;
  const isOwn = attachments.length === 0 || (await deps.ownsBlobs(act.principal.customerId, attachments.map(({ blobId }) => blobId)));
  if (!isOwn) return { code: 'NOT_FOUND', details: { field: 'attachments' } };
  return (await isOffered(deps, act)) ? null : { code: 'NOT_FOUND', details: { field: 'choice' } };
}

/** Where it waits if it is reopened: a person may have had it without its ever standing in a queue. Nobody's has none, and stays with the bot. */
async function queueFor({ lastHolders, defaultQueue }: CustomerPostDependencies, { conversationId, shopId }: CustomerAct<'message.post'>['principal']) {
  const { ownerId, queueId } = await lastHolders(conversationId);
  return { ownerId, queueId: queueId ?? (ownerId === null ? null : await defaultQueue(shopId)) };
}

/**
 * `message.post` of a customer: the first opens an episode with the bot; one after resolving reopens the episode (within the
 * shop's window) or opens a new one; one that was snoozed wakes.
 */
export const postCustomerMessage = (deps: CustomerPostDependencies): Handler<CustomerAct<'message.post'>> => ({
  prepare: async (act) => {
    const refused = await refusePost(deps, act);
    if (refused) return err(refused);
    const { ownerId, queueId } = await queueFor(deps, act.principal);
    const acceptingOwnerId = ownerId !== null && (await deps.isAccepting(ownerId)) ? ownerId : null;
    return ok(decidePost(act, { reopenWindowMs: await deps.reopenWindowMs(act.principal.shopId), acceptingOwnerId, queueId }));
  },
});
