import { describe, expect, it } from 'vitest';
import { resources } from './resources.ts';

type Texts = { readonly [key: string]: string | Texts };

/** Every sentence by its path; the forms of a plural are one sentence. */
function sentences(texts: Texts, path = ''): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [key, value] of Object.entries(texts)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') {
      const name = here.replace(/_(zero|one|two|few|many|other)$/, '');
      found.set(name, [...(found.get(name) ?? []), value]);
    } else {
      for (const [inner, forms] of sentences(value, here)) found.set(inner, [...(found.get(inner) ?? []), ...forms]);
    }
  }
  return found;
}

function placeholders(forms: readonly string[]): string[] {
  const names = forms.flatMap((form) => [...form.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? ''));
  // "one" may say itself without the figure.
  return [...new Set(names)].filter((name) => name !== 'count').toSorted();
}

/** The plural forms a language needs that a key with forms does not have. */
function missingForms(texts: Texts, language: string, path = ''): string[] {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return Object.entries(texts).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value !== 'string') return missingForms(value, language, here);
    const base = /^(.*)_other$/.exec(key)?.[1];
    return base === undefined ? [] : needed.filter((form) => !(`${base}_${form}` in texts)).map((form) => `${here} has no ${form}`);
  });
}

// The way to the other language is written for those who read that one.
const OWN_TONGUE = new Set(['palette.command.language.switch', 'settings.languages.zh', 'signIn.otherLanguage']);

const zh = sentences(resources.zh);
const en = sentences(resources.en);

describe('the two languages', () => {
  it('say the same things', () => {
    expect([...zh.keys()].toSorted()).toEqual([...en.keys()].toSorted());
  });

  it('are told the same facts', () => {
    const differing = [...en].filter(([key, forms]) => placeholders(forms).join() !== placeholders(zh.get(key) ?? []).join());
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('are silent only together', () => {
    const isSilent = (forms: readonly string[] = []): boolean => forms.some((form) => form.trim() === '');
    const differing = [...en].filter(([key, forms]) => isSilent(forms) !== isSilent(zh.get(key)));
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('have every plural form they need', () => {
    expect([...missingForms(resources.en, 'en'), ...missingForms(resources.zh, 'zh')]).toEqual([]);
  });

  it('keep Han out of English', () => {
    const strays = [...en].filter(([key, forms]) => !OWN_TONGUE.has(key) && forms.some((form) => /\p{Script=Han}/u.test(form)));
    expect(strays.map(([key]) => key)).toEqual([]);
  });
});
