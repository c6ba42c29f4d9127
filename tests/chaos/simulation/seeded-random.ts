import type { Random } from '../../../src/main/ports/random.ts';

/** Chance that a seed decides, with the few questions a simulation asks of it. */
export type SeededRandom = Random & {
  /** A whole number in 0..count-1. */
  readonly below: (count: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(choices: readonly T[]) => T;
  /** Another stream, of its own for this name: what one part draws doesn't move the others. */
  readonly fork: (name: string) => SeededRandom;
};

/** FNV-1a, 32 bits: turns a name into a seed. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** A stream by mulberry32 (Tommy Ettinger): small, fast, and good enough to choose faults by. */
export function createSeededRandom(seed: string): SeededRandom {
  let state = hashOf(seed);
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (count: number): number => Math.floor(fraction() * count);
  return {
    fraction,
    below,
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
    chance: (probability) => fraction() < probability,
    pick: (choices) => {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new Error('there is nothing to pick from');
      return choice;
    },
    fork: (name) => createSeededRandom(`${seed}/${name}`),
  };
}
