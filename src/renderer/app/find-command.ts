import { matchesChord, parseChord, type KeyPress, type Platform } from '../lib/chord.ts';
import { COMMANDS, commandIds, type CommandId, type CommandPlace } from '../stores/commands.ts';

/** Where a key was pressed. */
export type PressPlace = { readonly isInText: boolean; readonly isDialogOpen: boolean };

const CHORDS = commandIds.flatMap((id) => {
  const { chord } = COMMANDS[id];
  return chord === null ? [] : [{ id, chord: parseChord(chord) }];
});

/** A dialogue keeps the keys to itself: behind it only its own commands work. */
function worksAt(place: CommandPlace, { isInText, isDialogOpen }: PressPlace): boolean {
  if (isDialogOpen) return place === 'dialog';
  return place === 'everywhere' || (place === 'outside-text' && !isInText);
}

/** The command a key press gives at a place, among those that can be given now. */
export function findCommand(press: KeyPress, at: { readonly place: PressPlace; readonly platform: Platform; readonly canGive: (id: CommandId) => boolean }): CommandId | null {
  return CHORDS.find(({ id, chord }) => worksAt(COMMANDS[id].place, at.place) && matchesChord(press, chord, at.platform) && at.canGive(id))?.id ?? null;
}
