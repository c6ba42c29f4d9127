import { describe, expect, it } from 'vitest';
import { parseChord } from '../lib/chord.ts';
import { COMMANDS, commandIds, RESERVED_CHORDS } from './commands.ts';

const chords = commandIds.flatMap((id) => {
  const { chord, place } = COMMANDS[id];
  return chord === null ? [] : [{ id, chord, place }];
});

/** One spelling for every chord, with Mod as the key it is on the platform. */
function spelling(chord: string, mod: 'Ctrl' | 'Meta'): string {
  const { mod: hasMod, ctrl, alt, shift, key } = parseChord(chord);
  const parts = [ctrl || (hasMod && mod === 'Ctrl') ? 'Ctrl' : '', hasMod && mod === 'Meta' ? 'Meta' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', key.toUpperCase()];
  return parts.filter((part) => part !== '').join('+');
}

describe.each(['Ctrl', 'Meta'] as const)('the registry where Mod is %s', (mod) => {
  it.each(['electron', 'browser'] as const)('takes no chord that %s keeps for itself', (host) => {
    const reserved = new Set(RESERVED_CHORDS[host].map((chord) => spelling(chord, mod)));
    expect(chords.filter(({ chord }) => reserved.has(spelling(chord, mod)))).toEqual([]);
  });

  it('gives every chord to one command only', () => {
    const spelled = chords.map(({ chord }) => spelling(chord, mod));
    expect(spelled.filter((chord, index) => spelled.indexOf(chord) !== index)).toEqual([]);
  });
});

it('has no Ctrl Alt chords, which type letters on many layouts', () => {
  expect(chords.filter(({ chord }) => parseChord(chord).alt && (parseChord(chord).ctrl || parseChord(chord).mod))).toEqual([]);
});

it('keeps bare letters to places outside text', () => {
  const bare = chords.filter(({ chord }) => /^[A-Z]$/.test(chord));
  expect(bare.filter(({ place }) => place !== 'outside-text')).toEqual([]);
});
