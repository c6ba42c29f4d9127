import type { Id } from '../../shared/contracts/basics.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import type { OpenAnswer } from '../../shared/contracts/wire/staff-socket.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { viewForStaff } from '../audience/staff-view.ts';
import type { LogReader } from '../log/log-reader.ts';
import type { StoredConversation } from '../log/stored-conversation.ts';
import type { StaffPrincipal } from '../principal.ts';

/** Behind by more answers than this, a snapshot is less than the events. */
const ANSWERS_MOST = 2;

/** The conversation, if it is of one of the principal's shops; else it does not exist for them. */
export async function findForStaff(reader: LogReader, principal: StaffPrincipal, conversationId: Id): Promise<StoredConversation | null> {
  const conversation = await reader.conversation(conversationId);
  return conversation && principal.shopIds.includes(conversation.head.shopId) ? conversation : null;
}

/** What a desk needs to be up to date: the events after the last one it holds, or a snapshot when that is unknown or far back. */
export async function catchUp(reader: LogReader, reading: { readonly conversation: StoredConversation; readonly afterSeq: number | null; readonly accountId: Id }): Promise<Result<OpenAnswer, Failure>> {
  const { conversation, afterSeq, accountId } = reading;
  const { conversationId, seq } = conversation.head;
  const view = viewForStaff(accountId);
  const events = afterSeq === null || afterSeq > seq ? null : (await reader.catchUpAfter(conversationId, afterSeq)).map(view);
  if (!events || seq - (afterSeq ?? 0) > ANSWERS_MOST * events.length) {
    const state = await reader.state(conversationId, view);
    return state ? ok({ kind: 'snapshot', state }) : err({ code: 'NOT_FOUND' });
  }
  return ok({ kind: 'events', events, more: (events.at(-1)?.seq ?? seq) < seq });
}
