import { useMemo } from 'react';
import type { PendingItem } from '../../shared/domain/overlay-pending.ts';
import { draftKey, draftOf } from '../stores/composer-store.ts';
import { useStores } from '../stores/stores-context.tsx';
import type { Stores } from '../stores/stores.ts';
import type { Desk } from './desk.ts';
import { useDesk } from './desk-context.tsx';

type Words = Pick<PendingItem, 'id' | 'kind' | 'text' | 'attachments'>;

/** Puts the words of an entry in front of what is being written, on disk first, and only then takes the entry out of the outbox. */
async function takeBack({ bridge }: Desk, { composer, screen }: Stores, about: { conversationId: string; item: Words }): Promise<void> {
  const { conversationId, item } = about;
  const mode = item.kind === 'message' ? 'reply' : 'note';
  const key = draftKey(conversationId, mode);
  const draft = draftOf(composer.getState().drafts, key);
  const text = [item.text, draft.text].filter((part) => part !== '').join('\n');
  const attachments = [...item.attachments, ...draft.attachments];
  composer.getState().change(key, { text, attachments, start: text.length, end: text.length, suggestion: null });
  screen.getState().setMode(conversationId, mode);
  const saved = await bridge.command('draft.save', { conversationId, mode, text, attachments });
  if (saved.ok) await bridge.command('outbox.drop', { id: item.id });
  screen.getState().askFocus('composer');
}

type OutboxActs = {
  /** Back into the composer. */
  readonly edit: (item: Words) => Promise<void>;
  /** The same words again as a new act; `seenSeq` is what a dialogue has shown, else what the transcript has. */
  readonly resend: (id: string, seenSeq?: number) => Promise<void>;
};

/** What a person can do with an entry of the outbox that didn't go. */
export function useOutboxActs(conversationId: string): OutboxActs {
  const desk = useDesk();
  const stores = useStores();
  return useMemo(
    () => ({
      edit: (item) => takeBack(desk, stores, { conversationId, item }),
      resend: async (id, seenSeq) => {
        const seen = seenSeq ?? stores.seen.getState().seen[conversationId] ?? 0;
        const answer = await desk.bridge.command('outbox.resend', { id, newId: desk.newId(), seenSeq: seen, text: null });
        if (!answer.ok) stores.toast.getState().show({ kind: 'failed', failure: answer.error });
      },
    }),
    [desk, stores, conversationId],
  );
}
