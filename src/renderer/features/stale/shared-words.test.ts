import { expect, it } from 'vitest';
import { sharedWords } from './shared-words.ts';

const marked = (text: string, ...others: string[]): string[] => sharedWords(text, others, 'hit').map(({ from, to }) => text.slice(from, to));

it('finds words that both speak of, in either language', () => {
  expect(marked('同系列“云白”有现货，今晚发次日达', '不用换了，云白也不要，别发次日达')).toEqual(['云白', '发次日达']);
  expect(marked('I will refund the teapot now', 'Keep the teapot, I want no refund')).toEqual(['refund', 'teapot']);
});

it('says nothing of words everybody uses', () => {
  expect(marked('我们现在可以办', '现在可以吗，我们等着')).toEqual([]);
});
