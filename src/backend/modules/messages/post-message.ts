import { detectLanguage } from '../../../assist/index.ts';
import type { ConversationHead } from '../../../shared/contracts/conversation-state.ts';
import type { Attachment } from '../../../shared/contracts/message.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Decide, Handler, StaffAct } from '../../commands/command-handler.ts';
import type { NewEvent } from '../../log/append-request.ts';
import { SYSTEM_ACTOR } from '../../principal.ts';
import { refuseActing } from '../conversations/holding.ts';
import { refuseMessage } from './message-text.ts';

/** Whether every one of these files was uploaded by this person. */
export type OwnsBlobs = (ownerId: string, blobIds: readonly string[]) => Promise<boolean>;

const blobIds = (attachments: readonly Attachment[]): string[] => attachments.map((attachment) => attachment.blobId);

/** A first answer turns a new ticket into work in hand. */
function ticketEvents(head: ConversationHead, assigneeId: string): NewEvent[] {
  const { ticket } = head;
  if (ticket?.state !== 'new') return [];
  return [
    { type: 'ticket.assigned', payload: { ticketId: ticket.ticketId, assigneeId }, content: null, actor: SYSTEM_ACTOR },
    { type: 'ticket.state-changed', payload: { ticketId: ticket.ticketId, from: 'new', to: 'open' }, content: null, actor: SYSTEM_ACTOR },
  ];
}

function decidePost(act: StaffAct<'message.post'>): Decide {
  const { text, attachments, suggestion } = act.payload;
  return ({ head }) => {
    const refused = refuseActing(head, act.principal);
    if (refused) return err(refused);
    const posted: NewEvent = {
      type: 'message.posted',
      id: act.id,
      payload: { language: text.trim() === '' ? null : detectLanguage(text), ...(suggestion ? { suggestion } : {}) },
      content: { text, attachments, buttons: [] },
    };
    return ok({ events: [posted, ...ticketEvents(head, act.principal.accountId)] });
  };
}

/** `message.post` of staff: the reply, with the precondition of a reply. */
export const postMessage = (ownsBlobs: OwnsBlobs): Handler<StaffAct<'message.post'>> => ({
  prepare: async (act) => {
    const { text, attachments } = act.payload;
    const refused = refuseMessage(text, attachments);
    if (refused) return err(refused);
    if (attachments.length > 0 && !(await ownsBlobs(act.principal.accountId, blobIds(attachments)))) return err({ code: 'NOT_FOUND', details: { field: 'attachments' } });
    return ok(decidePost(act));
  },
});
