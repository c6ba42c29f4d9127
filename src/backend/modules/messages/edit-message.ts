import type { Id } from '../../../shared/contracts/basics.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import type { MessageContent } from '../../../shared/contracts/message.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Handler, StaffAct } from '../../commands/command-handler.ts';
import { refuseMessage } from './message-text.ts';
import type { FindMessage, PostedMessage } from './message-repository.ts';

async function findOwn(find: FindMessage, act: StaffAct<'message.edit' | 'message.recall'>): Promise<Result<PostedMessage, Failure>> {
  const message = await find(act.conversationId, act.payload.messageId);
  if (!message) return err({ code: 'NOT_FOUND', details: { messageId: act.payload.messageId } });
  return message.actorId === act.principal.accountId ? ok(message) : err({ code: 'FORBIDDEN' });
}

const target = (messageId: Id, message: PostedMessage) => ({ messageId, messageSeq: message.seq });
const edited = (message: PostedMessage, text: string): MessageContent => ({ text, attachments: message.content?.attachments ?? [], buttons: [] });

/** `message.edit`: one's own message, other words; its files stay. */
export const editMessage = (find: FindMessage): Handler<StaffAct<'message.edit'>> => ({
  prepare: async (act) => {
    const refused = refuseMessage(act.payload.text, []);
    if (refused) return err(refused);
    const message = await findOwn(find, act);
    if (!message.ok) return message;
    const payload = target(act.payload.messageId, message.value);
    return ok(() => ok({ events: [{ type: 'message.edited', payload, content: edited(message.value, act.payload.text) }] }));
  },
});

/** `message.recall`: one's own message disappears from every side; the log keeps that there was one. */
export const recallMessage = (find: FindMessage): Handler<StaffAct<'message.recall'>> => ({
  prepare: async (act) => {
    const message = await findOwn(find, act);
    if (!message.ok) return message;
    const payload = target(act.payload.messageId, message.value);
    return ok(() => ok({ events: [{ type: 'message.recalled', payload, content: null }] }));
  },
});
