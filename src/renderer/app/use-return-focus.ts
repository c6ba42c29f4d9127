import { useEffect } from 'react';
import { useStores } from '../stores/stores-context.tsx';

/**
 * Focus returns to where it came from when a dialogue closes, unless the dialogue sent it somewhere. The dialogues are opened
 * by keys and have no trigger of their own, which is what the primitive would return to.
 */
export function useReturnFocus(): void {
  const { screen } = useStores();
  useEffect(() => {
    let before: { readonly element: Element | null; readonly asked: number } | null = null;
    return screen.subscribe((now, previous) => {
      if (previous.dialog.kind === 'none' && now.dialog.kind !== 'none') before = { element: document.activeElement, asked: now.focus.count };
      if (previous.dialog.kind === 'none' || now.dialog.kind !== 'none' || before === null) return;
      const { element, asked } = before;
      before = null;
      // After React has taken the dialogue away; by then it may have asked for another place.
      requestAnimationFrame(() => {
        if (screen.getState().focus.count === asked && element instanceof HTMLElement && element.isConnected) element.focus({ preventScroll: true });
      });
    });
  }, [screen]);
}
