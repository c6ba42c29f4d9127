import { expect, it } from 'vitest';
import { cn } from './cn.ts';

it('lets the last of two utilities win, by what they set', () => {
  expect(cn('px-2', 'px-3')).toBe('px-3');
  expect(cn('rounded-tag', 'rounded-message')).toBe('rounded-message');
  expect(cn('text-12', 'text-14')).toBe('text-14');
});

it('keeps a size, a weight and a colour apart', () => {
  expect(cn('text-12 font-mid text-ink', 'text-risk')).toBe('text-12 font-mid text-risk');
});
