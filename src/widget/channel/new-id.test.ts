import { array, assert, integer, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNewId } from './new-id.ts';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('ids', () => {
  it('are UUIDv7 and never go back, whatever the clock does', () => {
    assert(
      property(array(integer({ min: 0, max: 2 ** 47 }), { minLength: 2 }), uint8Array({ minLength: 16, maxLength: 16 }), (times, bytes) => {
        const rest = [...times];
        const newId = createNewId({ now: () => rest.shift() ?? 0, after: () => () => undefined }, { fraction: () => 0, bytes: () => Uint8Array.from(bytes) });
        const ids = times.map(newId);
        expect(ids.every((id) => UUID_V7.test(id))).toBe(true);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.toSorted()).toEqual(ids);
      }),
    );
  });
});

it('comes after what an earlier page has left, though the clock was set back', () => {
  const random = { fraction: () => 0, bytes: (count: number) => new Uint8Array(count) };
  const left = createNewId({ now: () => 1_750_000_000_000, after: () => () => undefined }, random)();
  const newId = createNewId({ now: () => 1_749_996_400_000, after: () => () => undefined }, random, left);
  expect([newId(), newId()].every((id) => id > left)).toBe(true);
});
