import { useEffect, type RefObject } from 'react';
import { useScreen } from './stores-context.tsx';
import type { FocusPlace } from './screen-store.ts';

/** Takes the focus whenever this place is asked for. */
export function useFocusPlace(place: FocusPlace, target: RefObject<HTMLElement | null>): void {
  const count = useScreen((state) => (state.focus.place === place ? state.focus.count : 0));
  useEffect(() => {
    if (count > 0) target.current?.focus();
  }, [count, target]);
}
