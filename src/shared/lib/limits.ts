/** Every size limit of the product, in one place; over a limit is `TOO_LARGE`, before anything is queued. */
export const LIMITS = {
  /** Code points of a public message. */
  messageCodePoints: 20_000,
  /** Code points of a note or whisper. */
  noteCodePoints: 50_000,
  /** Bytes of one socket frame. */
  frameBytes: 256 * 1024,
  /** Bytes of one attachment. */
  attachmentBytes: 20 * 1024 * 1024,
  attachmentsPerMessage: 10,
  /** Entries in one account's outbox. */
  outboxEntries: 10_000,
  /** Conversations that a desk holds open at once. */
  openSessions: 200,
  /** Folded items in a window or page. */
  pageItems: 200,
  /** Events in one catch-up answer; more are asked for again. */
  catchUpEvents: 500,
  /** Bytes of facts and words, as they are stored, in one answer of a conversation's events, window or page, unless its first event has more. */
  answerBytes: 256 * 1024,
  /** Characters of a conversation's last line in the list. */
  lastLineCharacters: 80,
} as const;

/** Length of `text` in Unicode code points, which is what the limits count. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
