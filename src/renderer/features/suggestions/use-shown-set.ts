import { useEffect, useState } from 'react';
import type { SuggestionSet } from '../../../shared/contracts/conversation-state.ts';
import { useDesk } from '../../bridge/desk-context.tsx';

/** A withdrawn suggestion stays, struck through, this long: nobody's reading is cut off. Milliseconds. */
const STRUCK_FOR = 4_000;

/** The set to show: a fresh one at once, a withdrawn one only if it was seen fresh and for a moment more. */
export function useShownSet(set: SuggestionSet | null): SuggestionSet | null {
  const { after } = useDesk();
  const [gone, setGone] = useState(() => (set !== null && set.withdrawn !== null ? set.setId : null));
  const setId = set?.setId ?? null;
  const isStruck = set !== null && set.withdrawn !== null;
  useEffect(() => (isStruck ? after(STRUCK_FOR, () => setGone(setId)) : undefined), [after, isStruck, setId]);
  return set === null || set.setId === gone || set.items.length === 0 ? null : set;
}
