import { useMemo } from 'react';
import type { Failure } from '../../shared/contracts/errors.ts';
import type { PendingItem } from '../../shared/domain/overlay-pending.ts';
import { wordsInFront } from '../../shared/domain/words-in-front.ts';
import type { Result } from '../../shared/lib/result.ts';
import { draftKey, draftOf, type Draft } from '../stores/composer-store.ts';
import { useStores } from '../stores/stores-context.tsx';
import type { Stores } from '../stores/stores.ts';
import type { Desk } from './desk.ts';
import { useDesk } from './desk-context.tsx';
import { loadDrafts } from './draft-keeper.ts';

type Item = Pick<PendingItem, 'id' | 'kind' | 'text' | 'attachments'>;
type Place = { readonly desk: Desk; readonly stores: Stores; readonly conversationId: string };
type Answer = Promise<Result<unknown, Failure>>;

/** The words of an entry before what is being written, with the caret behind them. */
function withItem(item: Item, draft: Draft): Partial<Draft> {
  const joined = wordsInFront(item, draft);
  return { ...joined, start: joined.text.length, end: joined.text.length, suggestion: null };
}

/**
 * Puts the words of an entry in front of what is being written. Main does it on the disk first, in one step with the leaving of the entry; what may
 * not leave stays where it is, and nothing of it comes into the composer, where it would be sent a second time.
 */
async function takeBack({ desk, stores: { composer, screen }, conversationId }: Place, item: Item): Answer {
  const mode = item.kind === 'message' ? 'reply' : 'note';
  const key = draftKey(conversationId, mode);
  const draft = (): Draft => draftOf(composer.getState().drafts, key);
  // What main kept is laid under the words too, here as there.
  await loadDrafts(desk, composer, conversationId);
  composer.getState().change(key, { arriving: draft().arriving + 1 });
  const answer = await desk.bridge.command('outbox.take-back', { id: item.id, mode });
  composer.getState().change(key, { ...(answer.ok && withItem(item, draft())), arriving: draft().arriving - 1 });
  if (answer.ok) screen.getState().setMode(conversationId, mode);
  if (answer.ok) screen.getState().askFocus('composer');
  return answer;
}

function resend({ desk, stores, conversationId }: Place, id: string, seenSeq: number | undefined): Answer {
  const seen = seenSeq ?? stores.seen.getState().seen[conversationId] ?? 0;
  return desk.bridge.command('outbox.resend', { id, newId: desk.newId(), seenSeq: seen, text: null });
}

type OutboxActs = {
  /** Back into the composer. */
  readonly edit: (item: Item) => Promise<void>;
  /** The same words again as a new act; `seenSeq` is what a dialogue has shown, else what the transcript has. */
  readonly resend: (id: string, seenSeq?: number) => Promise<void>;
  readonly drop: (id: string) => Promise<void>;
};

/**
 * Does one thing at a time with an entry, and says a refusal in a toast. One that was done stays done: the entry has left, though it may be seen for
 * a moment more, and a key that is held down presses again.
 */
function createOutboxActs(place: Place): OutboxActs {
  const asked = new Set<string>();
  const once = async (id: string, run: () => Answer): Promise<void> => {
    if (asked.has(id)) return;
    asked.add(id);
    const answer = await run();
    if (answer.ok) return;
    asked.delete(id);
    place.stores.toast.getState().show({ kind: 'failed', failure: answer.error });
  };
  return {
    edit: (item) => once(item.id, () => takeBack(place, item)),
    resend: (id, seenSeq) => once(id, () => resend(place, id, seenSeq)),
    drop: (id) => once(id, () => place.desk.bridge.command('outbox.drop', { id })),
  };
}

/** What a person can do with an entry of the outbox that didn't go. */
export function useOutboxActs(conversationId: string): OutboxActs {
  const desk = useDesk();
  const stores = useStores();
  return useMemo(() => createOutboxActs({ desk, stores, conversationId }), [desk, stores, conversationId]);
}
