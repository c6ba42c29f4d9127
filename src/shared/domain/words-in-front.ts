import type { Attachment } from '../contracts/message.ts';

export type Words = { readonly text: string; readonly attachments: readonly Attachment[] };

/** Words that come back, before what has been written since: on a line of their own. Main and window join them alike, so that a draft is the same on both sides. */
export function wordsInFront(words: Words, written: Words): { text: string; attachments: Attachment[] } {
  return { text: [words.text, written.text].filter((part) => part !== '').join('\n'), attachments: [...words.attachments, ...written.attachments] };
}
