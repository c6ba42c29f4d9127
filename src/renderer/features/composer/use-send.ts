import { useRef } from 'react';
import { useAct } from '../../bridge/use-act.ts';
import { draftKey, draftOf, type Draft } from '../../stores/composer-store.ts';
import type { ComposerMode } from '../../stores/screen-store.ts';
import { useStores } from '../../stores/stores-context.tsx';

const isEmpty = (draft: Draft): boolean => draft.text.trim() === '' && draft.attachments.length === 0;

/** Names the suggestion behind a message, if there is one, and whether its words were changed. */
function suggestionOf({ suggestion, text }: Draft) {
  if (suggestion === null) return {};
  const { setId, suggestionId, words } = suggestion;
  return { suggestion: { setId, suggestionId, edited: text.trim() !== words.trim() } };
}

/**
 * Sends what is written. The entry is on disk before the composer clears, and only what was sent leaves it. A second press
 * while the first is being kept does nothing, nor one while words are coming back in front of these: they were not seen. What the phrase guard
 * stops stays where it is.
 */
export function useSend(conversationId: string, mode: ComposerMode, mayGo: (text: string) => boolean | Promise<boolean>): () => Promise<void> {
  const { composer, seen } = useStores();
  const act = useAct(conversationId);
  const isKeeping = useRef(false);
  const post = (draft: Draft, seenSeq: number) =>
    mode === 'note'
      ? act('note.post', { text: draft.text.trim() }, seenSeq)
      : act('message.post', { text: draft.text.trim(), attachments: [...draft.attachments], ...suggestionOf(draft) }, seenSeq);
  const send = async (key: string, draft: Draft, seenSeq: number) => {
    composer.getState().change(key, { isSending: true });
    const answer = await post(draft, seenSeq);
    composer.getState().change(key, { isSending: false });
    return answer;
  };
  return async () => {
    const key = draftKey(conversationId, mode);
    const draft = draftOf(composer.getState().drafts, key);
    // Being kept may take as long as a line is away, and outlives this composer: the draft itself says so.
    if (isKeeping.current || draft.isSending || draft.arriving > 0 || isEmpty(draft)) return;
    isKeeping.current = true;
    // Of the key press: what is painted while the guard is asked has not been seen by whoever pressed.
    const seenSeq = seen.getState().seen[conversationId] ?? 0;
    // What has been checked goes in the same turn: a page that dies behind the key press has sent it.
    const going = mayGo(draft.text);
    const isGoing = typeof going === 'boolean' ? going : await going;
    const answer = isGoing ? await send(key, draft, seenSeq) : null;
    isKeeping.current = false;
    if (answer?.ok === true) composer.getState().clearSent(key, draft);
  };
}
