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
 * When a change has to be saved. What is about to be sent at once, so that main has all of it when the act takes it away; then nothing
 * until the act is answered, since behind the act it would be a draft again. Never what came from main.
 */
function whenToSave(now: Draft, before: Draft | undefined): 'now' | 'later' | 'never' {
  if (now.isSending) return before?.isSending === true ? 'never' : 'now';
  if (before?.isSending === true) return 'later';
  const isFromMain = now.isLoaded && before?.isLoaded !== true;
  return isChanged(now, before) && !isFromMain ? 'later' : 'never';
}

/**
 * Saves drafts to main as they change, each at most `SAVE_WITHIN` later, wherever the person has gone meanwhile. What comes
 * from main (a loaded draft) is not sent back, and what is being sent is main's to take away.
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

  const saveWaiting = (key: string): void => {
    const cancel = waiting.get(key);
    cancel?.();
    if (cancel) void save(key);
  };
  const saveLater = (key: string): void => {
    if (!waiting.has(key)) waiting.set(key, desk.after(SAVE_WITHIN, () => void save(key)));
  };

  const end = composer.subscribe((now, before) => {
    for (const [key, draft] of Object.entries(now.drafts)) {
      if (draft === undefined || draft === before.drafts[key]) continue;
      const when = whenToSave(draft, before.drafts[key]);
      if (when === 'now') saveWaiting(key);
      if (when === 'later') saveLater(key);
    }
  });
  return () => {
    end();
    // Nothing typed is left behind: what waits is saved at once.
    for (const key of waiting.keys()) saveWaiting(key);
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
