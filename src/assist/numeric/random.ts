/** A source of numbers in [0, 1). Handed in wherever chance is used, so that a seed decides everything. */
export type Random = () => number;

/** Deterministic random source of one 32-bit seed. Source: mulberry32, Tommy Ettinger, public domain. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Shuffles in place (Fisher-Yates) and returns the same array. */
export function shuffle<T extends { [index: number]: number; length: number }>(items: T, random: Random): T {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(random() * (last + 1));
    const held = items[last] as number;
    items[last] = items[pick] as number;
    items[pick] = held;
  }
  return items;
}

/** The whole numbers 0..length-1 in random order. */
export function permutation(length: number, random: Random): Uint32Array {
  return shuffle(Uint32Array.from({ length }, (_, index) => index), random);
}
