import { z } from 'zod';
import { idSchema, seqSchema } from '../basics.ts';
import { messageContentSchema, messageLanguageSchema } from '../message.ts';
import { namedEvent, publicEvent, staffEvent } from './define.ts';

const targetSchema = z.object({ messageId: idSchema, messageSeq: z.int().positive() });

/** Messages, notes and whispers. A posted thing's id is its event's id. */
export const messageEvents = {
  'message.posted': publicEvent({
    payload: z.object({
      language: messageLanguageSchema,
      /** Set when a customer pressed a bot button: the message it stood under and the button's id. */
      choice: z.object({ messageId: idSchema, buttonId: z.string() }).optional(),
      /** Set when the text came from a suggestion. */
      suggestion: z.object({ setId: idSchema, suggestionId: idSchema, edited: z.boolean() }).optional(),
    }),
    content: messageContentSchema,
    publicFields: ['language', 'choice'],
  }),
  'message.edited': publicEvent({ payload: targetSchema, content: messageContentSchema, publicFields: ['messageId'] }),
  'message.recalled': publicEvent({ payload: targetSchema, publicFields: ['messageId'] }),
  /** The customer's channel holds everything public up to this point. */
  'message.delivered': staffEvent({ payload: z.object({ upToSeq: seqSchema }) }),
  'read.advanced': publicEvent({
    payload: z.object({ by: z.enum(['customer', 'staff']), upToSeq: seqSchema, upToPublicSeq: seqSchema }),
    publicFields: ['by', 'upToPublicSeq'],
  }),
  'note.posted': staffEvent({ payload: z.object({}), content: z.object({ text: z.string() }) }),
  'whisper.posted': namedEvent({ payload: z.object({ to: z.array(z.string()).min(1) }), content: z.object({ text: z.string() }) }),
};
