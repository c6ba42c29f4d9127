import { useEffect, useRef } from 'react';
import type { SuggestionSet } from '../../../shared/contracts/conversation-state.ts';
import { useSilentAct } from '../../bridge/use-act.ts';
import { draftKey } from '../../stores/composer-store.ts';
import { refuseTaken } from '../../stores/refuse-taken.ts';
import { useCommand, useStores } from '../../stores/stores-context.tsx';

const CHORDS = ['suggestion.first', 'suggestion.second', 'suggestion.third'] as const;

/** Taking, taking back and refusing suggestions; what became of each is told to the log, in batches that never hinder a message. */
export function useSuggestionActs(conversationId: string, set: SuggestionSet | null): { insert: (index: number) => void; refuseAll: () => void } {
  const stores = useStores();
  const { composer, screen } = stores;
  const act = useSilentAct(conversationId);
  const told = useRef<string | null>(null);
  const isFresh = set !== null && set.withdrawn === null;

  useEffect(() => {
    if (!isFresh || told.current === set.setId) return;
    told.current = set.setId;
    void act('suggestion.observe', { setId: set.setId, observations: set.items.map(({ suggestionId }) => ({ suggestionId, what: 'shown' as const })) });
  }, [act, set, isFresh]);

  const insert = (index: number): void => {
    const item = set?.items[index];
    if (!isFresh || item === undefined || refuseTaken(stores, conversationId)) return;
    const { suggestionId } = item;
    screen.getState().setMode(conversationId, 'reply');
    const what = composer.getState().toggleSuggestion(draftKey(conversationId, 'reply'), { setId: set.setId, suggestionId, words: set.texts[suggestionId] ?? '' });
    screen.getState().askFocus('composer');
    if (what === 'inserted') void act('suggestion.observe', { setId: set.setId, observations: [{ suggestionId, what: 'inserted' }] });
  };
  const refuseAll = (): void => {
    if (set !== null) void act('suggestion.observe', { setId: set.setId, observations: [{ suggestionId: null, what: 'none-fits' }] });
  };
  const count = isFresh ? set.items.length : 0;
  useCommand(CHORDS[0], count > 0 ? () => insert(0) : null);
  useCommand(CHORDS[1], count > 1 ? () => insert(1) : null);
  useCommand(CHORDS[2], count > 2 ? () => insert(2) : null);
  return { insert, refuseAll };
}
