import type { PhraseHit } from '../../../shared/contracts/assist.ts';
import type { Desk } from '../../bridge/desk.ts';
import { draftOf, type ComposerStore } from '../../stores/composer-store.ts';

/** What the phrase guard says of a reply. A guard that can't answer objects to nothing: it helps, it does not hold the desk up. */
export async function askGuard(desk: Pick<Desk, 'bridge'>, text: string): Promise<readonly PhraseHit[]> {
  const answer = await desk.bridge.query('phrases.check', { text });
  return answer.ok ? answer.value : [];
}

/** Asks about a draft as it changes. One question is out at a time, the next is about the words of then: fast typing costs no more. */
export function watchPhrases(desk: Pick<Desk, 'bridge'>, { composer, key, onHits }: { composer: ComposerStore; key: string; onHits: (text: string, hits: readonly PhraseHit[]) => void }): () => void {
  let asked = '';
  let isAsking = false;
  let isOver = false;
  const ask = async (): Promise<void> => {
    const { text } = draftOf(composer.getState().drafts, key);
    if (isAsking || isOver || text === asked) return;
    isAsking = true;
    asked = text;
    const hits = text === '' ? [] : await askGuard(desk, text);
    isAsking = false;
    if (isOver) return;
    onHits(text, hits);
    void ask();
  };
  const leave = composer.subscribe(() => void ask());
  void ask();
  return () => {
    isOver = true;
    leave();
  };
}
