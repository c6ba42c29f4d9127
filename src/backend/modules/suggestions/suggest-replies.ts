import type { Source, SuggestionPart } from '../../../shared/contracts/assist.ts';
import type { LocalizedText } from '../../../shared/contracts/basics.ts';
import type { Article } from '../../../shared/contracts/knowledge.ts';
import { intentFacts } from '../../bot/intents.ts';
import { intentOf } from '../../bot/turn-intent.ts';
import { phrasesIn } from '../../bot/phrases/phrases.ts';
import { answerFromGraph } from '../../bot/routes/graph.ts';
import { scopeOf } from '../../bot/routes/knowledge.ts';
import { answerFromOrder, findOrder } from '../../bot/routes/order.ts';
import { articleSource, orderSource, type Turn, type TurnInput } from '../../bot/turn.ts';
import { likeliest, saysItself, topicsOf, type Topics } from './topics-of.ts';

type Parts = { readonly [P in SuggestionPart]?: number };

/** A reply worth offering: its words, where they come from, and what its score is made of. */
export type Candidate = {
  readonly title: LocalizedText;
  readonly text: string;
  readonly sources: readonly Source[];
  readonly confidence: number;
  readonly parts: Parts;
};

/** The message with what it is about. */
type Asked = { readonly input: TurnInput; readonly topics: Topics; readonly intent: string | null; readonly probability: number };

const OFFERED = 3;
/** Under this a suggestion is noise: better silent. */
const LEAST = 0.35;
/** The intent decides whether an article answers at all, the words which of several: docs/decisions/016 has the measurement. */
const INTENT_SHARE = 0.8;
const WORDS_SHARE = 0.2;
/** BM25 at which the words alone are worth a half of their share. */
const HALF_SCORE = 12;
const HITS = 12;
/** How much habit may add or take: it reorders what fits, and never carries what does not. */
const LEARNED_SHARE = 0.2;

const score = (parts: Parts): number => Math.max(0, Math.min(0.95, Object.values(parts).reduce((sum, part) => sum + part, 0)));

/** Whether it is worth reading by its evidence alone. */
const fits = ({ parts }: Candidate): boolean => score({ ...parts, learned: 0 }) >= LEAST;

/** Who reads these is the person that was wanted. */
const PERSON_WANTED = 'human-request';

/** The words to look for: the message's own, and those of the open question where it goes on with that. */
const wordsOf = (input: TurnInput): string => (saysItself(input) ? input.text : `${input.text}\n${input.head.packet?.content?.openQuestion ?? ''}`);

/** Articles that may answer, with the BM25 score of their words: found by words, or by the intent alone. */
function findArticles({ input, intent }: Asked): { readonly article: Article; readonly bm25: number }[] {
  const scope = scopeOf(input, intent);
  const hits = input.knowledge.search({ text: wordsOf(input), language: input.language, scope, publicOnly: true, count: HITS });
  const found = new Set(hits.map(({ article }) => article.slug));
  const others = intent === null ? [] : input.knowledge.forIntent(intent, scope).filter(({ slug }) => !found.has(slug));
  return [...hits.map(({ article, score: bm25 }) => ({ article, bm25 })), ...others.map((article) => ({ article, bm25: 0 }))];
}

/** Articles by how likely they are about what the message is about; words decide among them, and what agents made of them before. */
function fromKnowledge(asked: Asked): Candidate[] {
  const { input, topics } = asked;
  return findArticles(asked).flatMap(({ article, bm25 }) => {
    if (!article.answer || article.intents.includes(PERSON_WANTED)) return [];
    const learned = LEARNED_SHARE * input.knowledge.learned.score({ text: input.text, language: input.language, slug: article.slug });
    const fit = Math.max(0, ...article.intents.map((intent) => topics.get(intent) ?? 0));
    const parts = { intent: INTENT_SHARE * fit, words: WORDS_SHARE * (bm25 / (bm25 + HALF_SCORE)), ...(learned === 0 ? {} : { learned }) };
    return [{ title: article.title, text: article.answer[input.language], sources: [articleSource(article)], parts, confidence: score(parts) }];
  });
}

const answered = (turn: Turn | null): Extract<Turn, { kind: 'answer' }> | null => (turn?.kind === 'answer' ? turn : null);

/** What the order itself says: where it is, where the money is. */
function fromOrder({ input, intent, probability }: Asked): Candidate[] {
  const order = findOrder(input);
  if (!order || intentFacts(intent).category !== 'logistics' && intent !== 'refund-status') return [];
  // The bot may have said it before; to a person it is still the fact to answer from.
  const turn = answered(answerFromOrder({ ...input, head: { ...input.head, bot: { ...input.head.bot, tried: [] } } }, intent));
  const parts = { order: 0.5, intent: 0.4 * probability };
  return turn ? [{ title: orderSource(order).label, text: turn.text, sources: turn.sources, parts, confidence: score(parts) }] : [];
}

/** Product to attribute to policy. */
function fromGraph({ input, intent, probability }: Asked): Candidate[] {
  if (intentFacts(intent).route.kind !== 'graph') return [];
  const turn = answered(answerFromGraph(input, intent));
  const [graph] = turn?.sources ?? [];
  const parts = { graph: 0.55, intent: 0.35 * probability };
  return turn && graph ? [{ title: graph.label, text: turn.text, sources: turn.sources, parts, confidence: score(parts) }] : [];
}

const ASK_ORDER: LocalizedText = { zh: '先问订单', en: 'Ask for the order' };

/** What is missing before anybody can help. */
function askBack({ input, intent }: Asked): Candidate[] {
  if (!intentFacts(intent).needsOrder || findOrder(input)) return [];
  const source: Source = { kind: 'packet', ref: 'orderNumber', version: '1', label: { zh: '缺少订单号', en: 'Order missing' } };
  const parts = { missing: 0.6 };
  return [{ title: ASK_ORDER, text: phrasesIn(input.language).whichOrder, sources: [source], parts, confidence: score(parts) }];
}

/** Thanks, greetings and nods want a person's own word, not an article. */
const isPleasantry = (input: TurnInput): boolean => intentFacts(intentOf(input)).route.kind === 'chat';

/**
 * Up to three replies to the customer's last message, best first, each with its sources; equal words once. Empty when nothing
 * is backed by enough evidence, or nothing was asked. Pure.
 */
export function suggestReplies(input: TurnInput): Candidate[] {
  if (isPleasantry(input)) return [];
  const topics = topicsOf(input);
  const asked: Asked = { input, topics, ...(likeliest(topics) ?? { intent: null, probability: 0 }) };
  const all = [...fromOrder(asked), ...fromGraph(asked), ...askBack(asked), ...fromKnowledge(asked)];
  const distinct = new Map<string, Candidate>();
  for (const candidate of all.filter(fits)) {
    const known = distinct.get(candidate.text);
    if (!known || known.confidence < candidate.confidence) distinct.set(candidate.text, candidate);
  }
  return [...distinct.values()].toSorted((a, b) => b.confidence - a.confidence).slice(0, OFFERED);
}
