import { useEffect } from 'react';
import { usePlatform } from '../bridge/use-chord-cap.ts';
import { useStores } from '../stores/stores-context.tsx';
import { findCommand, type PressPlace } from './find-command.ts';

const TEXT = 'input:not([type="checkbox"]):not([type="radio"]):not([type="button"]), textarea, select, [contenteditable="true"]';
const DIALOG = '[role="dialog"], [role="alertdialog"]';
const FLOATING = '[role="menu"], [role="listbox"]';

function placeOf(event: KeyboardEvent): PressPlace {
  const target = event.target instanceof Element ? event.target : null;
  return { isInText: target?.closest(`${TEXT}, ${FLOATING}`) != null, isDialogOpen: document.querySelector(DIALOG) !== null };
}

/** The window's one listener for chords. What a component has taken (a menu's Escape) is not taken twice. */
export function useKeyboard(): void {
  const { commands } = useStores();
  const platform = usePlatform();
  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const { handlers } = commands.getState();
      const id = findCommand(event, { place: placeOf(event), platform, canGive: (candidate) => handlers.has(candidate) });
      if (id === null) return;
      event.preventDefault();
      handlers.get(id)?.();
    };
    window.addEventListener('keydown', handleKeyDown);
    return () => window.removeEventListener('keydown', handleKeyDown);
  }, [commands, platform]);
}
