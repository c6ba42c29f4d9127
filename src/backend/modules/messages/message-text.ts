import type { Failure } from '../../../shared/contracts/errors.ts';
import type { Attachment } from '../../../shared/contracts/message.ts';
import { codePointLength, LIMITS } from '../../../shared/lib/limits.ts';

/** Why this can't be a public message, or null: nothing in it, or too much. */
export function refuseMessage(text: string, attachments: readonly Attachment[]): Failure | null {
  if (text.trim() === '' && attachments.length === 0) return { code: 'BAD_INPUT', details: { field: 'text' } };
  if (attachments.length > LIMITS.attachmentsPerMessage) return { code: 'TOO_LARGE', details: { field: 'attachments', limit: LIMITS.attachmentsPerMessage } };
  return tooLong(text, LIMITS.messageCodePoints);
}

/** Why this can't be a note, or null. */
export function refuseNote(text: string): Failure | null {
  return text.trim() === '' ? { code: 'BAD_INPUT', details: { field: 'text' } } : tooLong(text, LIMITS.noteCodePoints);
}

function tooLong(text: string, limit: number): Failure | null {
  // UTF-16 units are never fewer than code points: only what could be too long is counted.
  if (text.length <= limit || codePointLength(text) <= limit) return null;
  return { code: 'TOO_LARGE', details: { field: 'text', limit } };
}
