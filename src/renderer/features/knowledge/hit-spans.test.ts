import { expect, it } from 'vitest';
import { excerptOf, hitSpans } from './hit-spans.ts';

const marked = (text: string, tokens: string[]): string[] => hitSpans(text, tokens).map(({ from, to }) => text.slice(from, to));

it('marks found words whatever their case, joined where they overlap', () => {
  expect(marked('Broken cups: broken is covered', ['broken'])).toEqual(['Broken', 'broken']);
  expect(marked('破损件可补发', ['破损', '损件', '补发'])).toEqual(['破损件', '补发']);
  expect(marked('单独的字不算', ['单', ''])).toEqual([]);
  expect(marked('Within the day, in time', ['in', 'the'])).toEqual(['the', 'in']);
});

it('cuts a long text around its first hit', () => {
  const text = `${'a '.repeat(200)}refund ${'b '.repeat(200)}`;
  const excerpt = excerptOf(text, ['refund'], 60);
  expect(excerpt).toContain('refund');
  expect(excerpt.length).toBeLessThan(70);
});
