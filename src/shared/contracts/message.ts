import { z } from 'zod';
import { languageSchema } from './basics.ts';
import { LIMITS } from '../lib/limits.ts';

/** A file in the content-addressed store; the desk shows it through its own scheme, a customer through a short-lived address. */
export const attachmentSchema = z.object({
  /** Lower-case hex SHA-256 of the stored bytes. */
  blobId: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().max(200),
  mediaType: z.string().max(100),
  bytes: z.int().nonnegative(),
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** Attachments as a command or draft names them: closed, as every input is. */
export const attachmentsSchema = z.array(attachmentSchema.strict());

/** Which button of a message; as long wherever it is named. */
export const buttonIdSchema = z.string().max(100);

/** A choice the bot offers under its message; choosing sends `label` as the customer's message with the button's id. */
export const buttonSchema = z.object({ id: buttonIdSchema, label: z.string().max(200) });
export type Button = z.infer<typeof buttonSchema>;

/** What a message says. Kept apart from the event, so that it can be erased. */
export const messageContentSchema = z.object({
  text: z.string().max(LIMITS.messageCodePoints * 2),
  attachments: z.array(attachmentSchema).max(LIMITS.attachmentsPerMessage),
  buttons: z.array(buttonSchema).max(12),
});
export type MessageContent = z.infer<typeof messageContentSchema>;

export const messageLanguageSchema = languageSchema.nullable();
