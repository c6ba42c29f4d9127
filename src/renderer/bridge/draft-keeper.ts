import { draftKey, type ComposerStore, type Draft } from '../stores/composer-store.ts';
import type { Desk } from './desk.ts';

/** A change is on disk within this time: what a crash may cost. */
const SAVE_WITHIN = 250;

type Save = { readonly conversationId: string; readonly mode: 'reply' | 'note' };

function keyParts(key: string): Save {
  const [mode, conversationId = ''] = key.split(' ');
  return { conversationId, mode: mode === 'note' ? 'note' : 'reply' };
}

const isChanged = (now: Draft, before: Draft | undefined): boolean => now.text !== (before?.text ?? '') || now.attachments !== (before?.attachments ?? now.attachments);

/**
 * Saves drafts to main as they change, each at most `SAVE_WITHIN` later, wherever the person has gone meanwhile. What comes
 * from main (a loaded draft) is not sent back.
 */
export function startDraftKeeper(desk: Pick<Desk, 'bridge' | 'after'>, composer: ComposerStore): () => void {
  const waiting = new Map<string, () => void>();

  const save = async (key: string): Promise<void> => {
    waiting.delete(key);
    const draft = composer.getState().drafts[key];
    if (draft === undefined) return;
    const saved = await desk.bridge.command('draft.save', { ...keyParts(key), text: draft.text, attachments: [...draft.attachments] });
    if (saved.ok) composer.getState().change(key, { savedAt: saved.value.savedAt });
  };

  const end = composer.subscribe((now, before) => {
    for (const [key, draft] of Object.entries(now.drafts)) {
      const known = before.drafts[key];
      if (draft === undefined || draft === known || !isChanged(draft, known)) continue;
      const isFromMain = draft.isLoaded && known?.isLoaded !== true;
      if (!isFromMain && !waiting.has(key)) waiting.set(key, desk.after(SAVE_WITHIN, () => void save(key)));
    }
  });
  return () => {
    end();
    // Nothing typed is left behind: what waits is saved at once.
    for (const [key, cancel] of waiting) {
      cancel();
      void save(key);
    }
  };
}

/** Asks main for what it kept of a conversation's drafts. */
export async function loadDrafts(desk: Pick<Desk, 'bridge'>, composer: ComposerStore, conversationId: string): Promise<void> {
  for (const mode of ['reply', 'note'] as const) {
    const key = draftKey(conversationId, mode);
    if (composer.getState().drafts[key]?.isLoaded === true) continue;
    const kept = await desk.bridge.query('draft.get', { conversationId, mode });
    composer.getState().load(key, kept.ok ? kept.value : null);
  }
}
