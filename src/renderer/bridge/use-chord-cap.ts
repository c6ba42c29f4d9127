import { chordCaps } from '../lib/chord-caps.ts';
import type { Platform } from '../lib/chord.ts';
import { COMMANDS, type CommandId } from '../stores/commands.ts';
import { useApp } from './desk-context.tsx';

/** Which Mod this machine has. */
export const usePlatform = (): Platform => useApp((state) => (state.platform === 'mac' ? 'mac' : 'other'));

/** The key cap of a command on this machine; empty for a command without a chord. */
export function useChordCap(): (id: CommandId) => string {
  const platform = usePlatform();
  return (id) => {
    const { chord } = COMMANDS[id];
    return chord === null ? '' : chordCaps(chord, platform);
  };
}
