import { expect, it } from 'vitest';
import { codePointLength } from './limits.ts';

it.each([
  ['', 0],
  ['abc', 3],
  ['退款', 2],
  ['👍🏽', 2],
  ['𠮷', 1],
])('counts %j as %i code points', (text, length) => {
  expect(codePointLength(text)).toBe(length);
});
