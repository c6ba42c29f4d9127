import type { Source, SuggestionPart } from '../../../shared/contracts/assist.ts';
import type { LocalizedText } from '../../../shared/contracts/basics.ts';
import { intentFacts } from '../../bot/intents.ts';
import { intentOf } from '../../bot/turn-intent.ts';
import { phrasesIn } from '../../bot/phrases/phrases.ts';
import { answerFromGraph } from '../../bot/routes/graph.ts';
import { scopeOf } from '../../bot/routes/knowledge.ts';
import { answerFromOrder, findOrder } from '../../bot/routes/order.ts';
import { articleSource, orderSource, type Turn, type TurnInput } from '../../bot/turn.ts';

type Parts = { readonly [P in SuggestionPart]?: number };

/** A reply worth offering: its words, where they come from, and what its score is made of. */
export type Candidate = {
  readonly title: LocalizedText;
  readonly text: string;
  readonly sources: readonly Source[];
  readonly confidence: number;
  readonly parts: Parts;
};

const OFFERED = 3;
/** Under this a suggestion is noise: better silent. */
const LEAST = 0.35;
/** BM25 at which the words alone are worth a half. */
const HALF_SCORE = 12;

const score = (parts: Parts): number => Math.max(0, Math.min(0.95, Object.values(parts).reduce((sum, part) => sum + part, 0)));

/** Who reads these is the person that was wanted. */
const PERSON_WANTED = 'human-request';

/** A person sees the whole conversation: words without an intent of their own go on with what it is about. */
const topicOf = (input: TurnInput): string | null => intentOf(input) ?? input.head.bot.lastIntent;

/** How much habit may add or take: it reorders what fits, and never carries what does not. */
const LEARNED_SHARE = 0.2;

/** Whether it is worth reading by its evidence alone. */
const fits = ({ parts }: Candidate): boolean => score({ ...parts, learned: 0 }) >= LEAST;

/** Thanks, greetings and nods want a person's own word, not an article. */
const isPleasantry = (input: TurnInput): boolean => intentFacts(intentOf(input)).route.kind === 'chat';

/** Articles by their words in scope; the customer's intent counts beside the words, and what agents made of it before. */
function fromKnowledge(input: TurnInput): Candidate[] {
  const intent = topicOf(input);
  const hits = input.knowledge.search({ text: input.text, language: input.language, scope: scopeOf(input, intent), publicOnly: true, count: 6 });
  return hits.flatMap(({ article, score: bm25 }) => {
    if (!article.answer || article.intents.includes(PERSON_WANTED)) return [];
    const learned = LEARNED_SHARE * input.knowledge.learned.score({ text: input.text, language: input.language, slug: article.slug });
    const parts = { words: 0.6 * (bm25 / (bm25 + HALF_SCORE)), intent: intent !== null && article.intents.includes(intent) ? 0.35 : 0, ...(learned === 0 ? {} : { learned }) };
    return [{ title: article.title, text: article.answer[input.language], sources: [articleSource(article)], parts, confidence: score(parts) }];
  });
}

const answered = (turn: Turn | null): Extract<Turn, { kind: 'answer' }> | null => (turn?.kind === 'answer' ? turn : null);

/** What the order itself says: where it is, where the money is. */
function fromOrder(input: TurnInput): Candidate[] {
  const intent = topicOf(input);
  const order = findOrder(input);
  if (!order || intentFacts(intent).category !== 'logistics' && intent !== 'refund-status') return [];
  // The bot may have said it before; to a person it is still the fact to answer from.
  const turn = answered(answerFromOrder({ ...input, head: { ...input.head, bot: { ...input.head.bot, tried: [] } } }, intent));
  const parts = { order: 0.5, intent: 0.4 * input.reading.confidence };
  return turn ? [{ title: orderSource(order).label, text: turn.text, sources: turn.sources, parts, confidence: score(parts) }] : [];
}

/** Product to attribute to policy. */
function fromGraph(input: TurnInput): Candidate[] {
  const intent = topicOf(input);
  if (intentFacts(intent).route.kind !== 'graph') return [];
  const turn = answered(answerFromGraph(input, intent));
  const [graph] = turn?.sources ?? [];
  const parts = { graph: 0.55, intent: 0.35 * input.reading.confidence };
  return turn && graph ? [{ title: graph.label, text: turn.text, sources: turn.sources, parts, confidence: score(parts) }] : [];
}

const ASK_ORDER: LocalizedText = { zh: '先问订单', en: 'Ask for the order' };

/** What is missing before anybody can help. */
function askBack(input: TurnInput): Candidate[] {
  if (!intentFacts(topicOf(input)).needsOrder || findOrder(input)) return [];
  const source: Source = { kind: 'packet', ref: 'orderNumber', version: '1', label: { zh: '缺少订单号', en: 'Order missing' } };
  const parts = { missing: 0.6 };
  return [{ title: ASK_ORDER, text: phrasesIn(input.language).whichOrder, sources: [source], parts, confidence: score(parts) }];
}

/**
 * Up to three replies to the customer's last message, best first, each with its sources; equal words once. Empty when nothing
 * is backed by enough evidence, or nothing was asked. Pure.
 */
export function suggestReplies(input: TurnInput): Candidate[] {
  if (isPleasantry(input)) return [];
  const all = [...fromOrder(input), ...fromGraph(input), ...askBack(input), ...fromKnowledge(input)];
  const distinct = new Map<string, Candidate>();
  for (const candidate of all) {
    const known = distinct.get(candidate.text);
    if (!known || known.confidence < candidate.confidence) distinct.set(candidate.text, candidate);
  }
  return [...distinct.values()]
    .filter(fits)
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, OFFERED);
}
