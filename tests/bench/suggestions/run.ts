import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSeedText, type Example } from '../../../src/assist/index.ts';
import { loadEngine } from '../../../src/backend/bot/engine.ts';
import { isProblem } from '../../../src/backend/bot/intents.ts';
import type { TurnInput } from '../../../src/backend/bot/turn.ts';
import { createKnowledge, type KnowledgeScope } from '../../../src/backend/modules/knowledge/knowledge.ts';
import { loadKnowledge } from '../../../src/backend/modules/knowledge/load-knowledge.ts';
import { suggestReplies } from '../../../src/backend/modules/suggestions/suggest-replies.ts';
import type { Language } from '../../../src/shared/contracts/basics.ts';
import { initialHead } from '../../../src/shared/domain/reducers/initial-head.ts';

/**
 * `node tests/bench/suggestions/run.ts`: how often a suggested article answers what was asked. The messages are the held-out part of
 * the seed text, each alone with an agent; an article is right when it answers the message's intent. Beside it the words alone: the
 * first three hits of the same search.
 */
const resources = path.join(import.meta.dirname, '../../../resources');
const OFFERED = 3;
const EVERYWHERE: KnowledgeScope = { productSlug: null, category: null, orderState: null, stage: null };

const engine = await loadEngine(resources);
const knowledge = createKnowledge(await loadKnowledge(path.join(resources, 'demo-shop'), Date.now()), Date.now);

const heldOut = (language: Language): Example[] =>
  parseSeedText(readFileSync(path.join(resources, 'seed-text', `intents.${language}.txt`), 'utf8')).heldOut.filter(
    ({ label }) => isProblem(label) && knowledge.forIntent(label, EVERYWHERE).length > 0,
  );

function askedOf(text: string, language: Language): TurnInput {
  const head = initialHead({ conversationId: 'c', shopId: 's', customerId: 'x', language });
  return {
    text, language, knowledge, head, reading: engine.readIntent(text), slots: {}, messageSeq: 1, choice: null, choiceUnder: null, tier: 'member', identified: false, orders: [], offers: [], timeZone: 'Asia/Shanghai',
  };
}

type Offer = { readonly label: string; readonly slugs: readonly string[] };

const isRight = (label: string, slug: string): boolean => knowledge.current(slug)?.intents.includes(label) === true;

const asOffered = ({ text, label }: Example, language: Language): Offer => ({
  label,
  slugs: suggestReplies(askedOf(text, language)).flatMap(({ sources }) => sources.filter(({ kind }) => kind === 'article').map(({ ref }) => ref)),
});

const byWords = ({ text, label }: Example, language: Language): Offer => ({
  label,
  slugs: knowledge.search({ text, language, scope: EVERYWHERE, publicOnly: true, count: OFFERED }).map(({ article }) => article.slug),
});

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

function describe(name: string, offers: readonly Offer[]): string {
  const all = offers.flatMap(({ label, slugs }) => slugs.map((slug) => isRight(label, slug)));
  const some = offers.filter(({ slugs }) => slugs.length > 0);
  const firstRight = some.filter(({ label, slugs }) => isRight(label, slugs[0] ?? ''));
  return `| ${name} | ${offers.length} | ${percent(some.length, offers.length)} | ${percent(firstRight.length, some.length)} | ${percent(all.filter(Boolean).length, all.length)} |`;
}

console.log('| suggestions | messages | with an article | first one right | all offered right |\n| --- | --- | --- | --- | --- |');
for (const language of ['zh', 'en'] as const) {
  const examples = heldOut(language);
  console.log(describe(`${language}, as offered`, examples.map((example) => asOffered(example, language))));
  console.log(describe(`${language}, by words alone`, examples.map((example) => byWords(example, language))));
}
