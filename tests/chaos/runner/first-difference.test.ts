import { expect, it } from 'vitest';
import { firstDifference } from './first-difference.ts';

it('names the first place where two records part', () => {
  expect(firstDifference(['a', 'b'], ['a', 'b'])).toBeNull();
  expect(firstDifference(['a', '{"seq":1}'], ['a', '{"seq":2}'])).toBe('line 1, place 7: {"seq":1} | {"seq":2}');
  expect(firstDifference(['a'], ['a', 'b'])).toBe('line 1, place 0: nothing | b');
  expect(firstDifference(['ab'], ['a'])).toBe('line 0, place 1: ab | a');
});
