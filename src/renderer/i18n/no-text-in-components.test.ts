import { parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';

/** What is shown or read out by a component's property. */
const SPOKEN = new Set(['alt', 'aria-description', 'aria-label', 'error', 'hint', 'label', 'note', 'placeholder', 'text', 'title']);

// Figures, signs and a single letter, as the v of a version, are no words.
const WORD = /\p{L}{2}|\p{Script=Han}/u;

/** The words written into a component's markup. */
function wordsIn(source: string): string[] {
  const words: string[] = [];
  const keep = (text: string): void => {
    if (WORD.test(text)) words.push(text.trim());
  };
  new Visitor({
    JSXText: (node) => keep(node.value),
    JSXAttribute: (node) => {
      const name = node.name.type === 'JSXIdentifier' ? node.name.name : '';
      if (SPOKEN.has(name) && node.value?.type === 'Literal' && typeof node.value.value === 'string') keep(node.value.value);
    },
  }).visit(parseSync('component.tsx', source, { lang: 'tsx' }).program);
  return words;
}

// The gallery is not shipped and tests speak for themselves.
const sources = import.meta.glob<string>(['../**/*.tsx', '!../gallery/**', '!../gallery.tsx', '!../**/*.test.tsx'], { query: '?raw', import: 'default', eager: true });

describe('components', () => {
  it('are all looked at', () => {
    expect(Object.keys(sources).length).toBeGreaterThan(50);
  });

  it('would be caught with words in them', () => {
    expect(wordsIn('export const A = () => <p title="Open">98 · Send now</p>;')).toEqual(['Open', '98 · Send now']);
    expect(wordsIn('export const A = () => <p className="a" id="b">≈ {t("x")}</p>;')).toEqual([]);
  });

  it('have no words of their own', () => {
    const found = Object.entries(sources).flatMap(([file, source]) => wordsIn(source).map((words) => `${file}: ${words}`));
    expect(found).toEqual([]);
  });

  it('have no Han characters', () => {
    expect(Object.entries(sources).filter(([, source]) => /\p{Script=Han}/u.test(source)).map(([file]) => file)).toEqual([]);
  });
});
