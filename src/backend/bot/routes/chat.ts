import { entryOf } from '../../../shared/lib/entry-of.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import type { Turn, TurnInput } from '../turn.ts';

/** A pleasantry gets one back; its source is the phrase itself. */
export function answerChat(input: TurnInput, intent: string | null): Turn | null {
  const text = entryOf(phrasesIn(input.language).chat, intent ?? '');
  if (!text || !intent) return null;
  return { kind: 'answer', text, buttons: [], sources: [{ kind: 'reply', ref: `phrase:${intent}`, version: '1', label: { zh: '常用语', en: 'Common phrase' } }] };
}
