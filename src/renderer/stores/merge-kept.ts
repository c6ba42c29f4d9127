import type { Attachment } from '../../shared/contracts/message.ts';

/** A draft as main keeps it. */
export type KeptDraft = { readonly text: string; readonly attachments: readonly Attachment[]; readonly savedAt: number };

type Words = Pick<KeptDraft, 'text' | 'attachments'>;

/** The same words and files. */
export const areSameWords = (one: Words, other: Words): boolean =>
  one.text === other.text && one.attachments.length === other.attachments.length && one.attachments.every(({ blobId }, at) => blobId === other.attachments[at]?.blobId);

function joinTexts(now: string, own: string): string {
  if (own.startsWith(now)) return own;
  return now.endsWith(own) ? now : `${now}\n${own}`;
}

/**
 * A draft of this window together with what main has of it now; `kept` of it is what both last agreed on. Whoever changed nothing gives
 * way. Where both wrote, both stand there: to say words twice is better than to lose them.
 */
export function mergeKept(draft: Words & { readonly kept: Words }, now: Words | null): Words {
  const theirs = now ?? { text: '', attachments: [] };
  if (areSameWords(theirs, draft.kept) || areSameWords(theirs, draft)) return draft;
  if (areSameWords(draft, draft.kept)) return theirs;
  const added = draft.attachments.filter(({ blobId }) => theirs.attachments.every((file) => file.blobId !== blobId));
  return { text: joinTexts(theirs.text, draft.text), attachments: [...theirs.attachments, ...added] };
}
