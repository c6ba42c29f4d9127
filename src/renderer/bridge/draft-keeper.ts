import { draftKey, type ComposerStore, type Draft } from '../stores/composer-store.ts';
import { areSameWords } from '../stores/merge-kept.ts';
import type { Desk } from './desk.ts';

/** A change is on disk within this time: what a crash may cost. */
const SAVE_WITHIN = 250;

type Save = { readonly conversationId: string; readonly mode: 'reply' | 'note' };

function keyParts(key: string): Save {
  const [mode, conversationId = ''] = key.split(' ');
  return { conversationId, mode: mode === 'note' ? 'note' : 'reply' };
}

const isChanged = (now: Draft, before: Draft | undefined): boolean => now.text !== (before?.text ?? '') || now.attachments !== (before?.attachments ?? now.attachments);

/** Main has said what it has of the draft; this window's own words, where there are others, are still to be saved. */
const isFromMain = (now: Draft, before: Draft | undefined): boolean => (now.isLoaded && before?.isLoaded !== true) || (now.kept !== before?.kept && areSameWords(now, now.kept));

/** Words that a line or a lease kept from main wait until main is asked again. */
const isLeftOver = (now: Draft, before: Draft | undefined): boolean => before?.isLoaded === true && now.kept !== before.kept && !areSameWords(now, now.kept);

/** Main is changing what it kept: an act takes it away, or words come back in front of it. */
const isBeingChanged = (draft: Draft | undefined): boolean => draft !== undefined && (draft.isSending || draft.arriving > 0);

/**
 * When a change has to be saved. What main is about to change at once, so that it has all of it then; and nothing until it has answered: behind
 * an act the sent words would be a draft again, and behind words that came back it would take their place. Never what came from main.
 */
function whenToSave(now: Draft, before: Draft | undefined): 'now' | 'later' | 'never' {
  if (isBeingChanged(now)) return isBeingChanged(before) ? 'never' : 'now';
  if (isBeingChanged(before)) return 'later';
  if (isFromMain(now, before)) return 'never';
  return isChanged(now, before) || isLeftOver(now, before) ? 'later' : 'never';
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
    const { text, attachments } = draft;
    if (saved.ok) composer.getState().change(key, { savedAt: saved.value.savedAt, kept: { text, attachments } });
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

/** Asks main anew, since another window may have written: when this window is given the composer, before a key stroke is laid over what is there. */
export async function reloadDrafts(desk: Pick<Desk, 'bridge'>, composer: ComposerStore, conversationId: string): Promise<void> {
  for (const mode of ['reply', 'note'] as const) {
    const kept = await desk.bridge.query('draft.get', { conversationId, mode });
    if (kept.ok) composer.getState().reload(draftKey(conversationId, mode), kept.value);
  }
}
