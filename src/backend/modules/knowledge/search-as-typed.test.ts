import path from 'node:path';
import { expect, it } from 'vitest';
import type { Language } from '../../../shared/contracts/basics.ts';
import { createKnowledge } from './knowledge.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { searchAsTyped } from './search-as-typed.ts';

const START = Date.UTC(2026, 10, 20, 12);
const resources = path.resolve(import.meta.dirname, '../../../../resources/demo-shop');
const knowledge = createKnowledge(await loadKnowledge(resources, START), () => START);
const scope = { productSlug: null, category: null, orderState: null, stage: null };

const titlesFor = (text: string, language: Language): readonly string[] =>
  searchAsTyped(knowledge, { text, language, scope, publicOnly: false, count: 8 }).map(({ article }) => article.title.en);

it("an agent's own words find articles, whatever language the customer writes", () => {
  expect(titlesFor('hygiene return', 'zh')).toContainEqual(expect.stringContaining('hygiene'));
  expect(titlesFor('hygiene return', 'zh')).toEqual(titlesFor('hygiene return', 'en'));
  expect(titlesFor('卫生用品退货', 'en')).toEqual(titlesFor('卫生用品退货', 'zh'));
  expect(titlesFor('卫生用品退货', 'en')).not.toEqual([]);
});
