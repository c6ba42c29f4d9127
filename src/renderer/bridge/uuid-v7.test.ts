import { expect, it } from 'vitest';
import { createIdSource } from './uuid-v7.ts';

const counting = (bytes: Uint8Array<ArrayBuffer>) => bytes.map((_, index) => index * 17);

it('makes version 7 identifiers that begin with their time', () => {
  const id = createIdSource({ now: () => 0x0192_3456_789a, random: counting })();
  expect(id).toBe('01923456-789a-7677-8899-aabbccddeeff');
});

it('sorts by the time of making', () => {
  let now = 1_700_000_000_000;
  const make = createIdSource({ now: () => (now += 1), random: counting });
  const ids = [make(), make(), make()];
  expect(ids.toSorted()).toEqual(ids);
});
