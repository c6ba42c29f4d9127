import { entryOf } from '../../shared/lib/entry-of.ts';
import { phrasesIn } from './phrases/phrases.ts';
import { CONFIRM, intentFacts } from './intents.ts';
import { answerChat } from './routes/chat.ts';
import { answerFromGraph } from './routes/graph.ts';
import { answerFromKnowledge } from './routes/knowledge.ts';
import { answerFromOrder, findOrder } from './routes/order.ts';
import { proposeAction } from './routes/act.ts';
import { handToPerson } from './routes/person.ts';
import { intentOf } from './turn-intent.ts';
import type { Turn, TurnInput, TurnRule } from './turn.ts';

/** Under this the best intent is a guess. */
const SURE_ENOUGH = 0.3;
/** Two intents closer than this are asked about, unless the best is this sure. */
const CLOSE = 0.15;
const CLEAR = 0.6;
/** Questions the bot may ask back in one episode. */
const CLARIFICATIONS = 3;
/** Mood level below which a person takes over: of the line once there is one, and a worse one of a first message alone. */
const ANGRY = -0.55;
const ANGRY_AT_ONCE = -0.85;
/** Value of an order, in minor units, above which money questions go to a person at once. */
const HIGH_VALUE = 100_000;
const RISKS_FOR_A_PERSON = new Set(['complaint-platform', 'complaint-regulator', 'media', 'legal', 'self-harm', 'safety', 'fraud', 'abuse']);

const asksForPerson: TurnRule = (input) =>
  input.choice === 'human' || intentOf(input) === 'human-request' ? { kind: 'hand-off', reason: 'customer-asks' } : null;

const showsRisk: TurnRule = ({ head, messageSeq }) =>
  head.openFlags.some((flag) => flag.messageSeq === messageSeq && RISKS_FOR_A_PERSON.has(flag.kind)) ? { kind: 'hand-off', reason: 'risk' } : null;

const threatens: TurnRule = (input) => (intentOf(input) === 'complaint-threat' ? { kind: 'hand-off', reason: 'risk' } : null);

const isAngry: TurnRule = ({ head }) =>
  head.mood.level <= (head.mood.trend.length > 1 ? ANGRY : ANGRY_AT_ONCE) ? { kind: 'hand-off', reason: 'negative-mood' } : null;

type Proposal = NonNullable<TurnInput['head']['bot']['proposal']>;

/** Whether the proposal is what the bot said last. Behind anything else an "ok" is about that. */
const wasSaidLast = ({ head }: TurnInput): boolean => head.bot.tried.at(-1)?.step === 'proposed';

/** The customer's word on what the bot proposed, if this message is one: by a button under that very proposal, or in words right behind it. */
function wordOn(input: TurnInput, proposal: Proposal): 'yes' | 'no' | null {
  if (input.choice === CONFIRM.yes || input.choice === CONFIRM.no) {
    if (input.choiceUnder !== proposal.messageSeq) return null;
    return input.choice === CONFIRM.yes ? 'yes' : 'no';
  }
  if (!wasSaidLast(input) || input.reading.abstained || input.reading.confidence < CLEAR) return null;
  if (input.reading.intent === CONFIRM.yes) return 'yes';
  return input.reading.intent === CONFIRM.no ? 'no' : null;
}

const confirms: TurnRule = (input) => {
  const proposal = input.head.bot.proposal;
  const word = proposal && wordOn(input, proposal);
  if (!proposal || !word) return null;
  const action = proposal.action === 'return' ? 'return' : 'urge-delivery';
  const phrases = phrasesIn(input.language);
  if (word === 'no') return { kind: 'drop', text: phrases.anythingElse, action, orderNumber: proposal.orderNumber };
  return { kind: 'act', text: phrases.doing[action], action, orderNumber: proposal.orderNumber, sources: [] };
};

const notUnderstood: TurnRule = (input) => {
  if (input.choice || (!input.reading.abstained && input.reading.confidence >= SURE_ENOUGH)) return null;
  // An order number or a photo alone answers the bot's own question and is no riddle.
  if (intentOf(input) !== null) return null;
  if (input.head.bot.failures > 0) return { kind: 'hand-off', reason: 'cannot-answer' };
  const phrases = phrasesIn(input.language);
  return { kind: 'answer', text: phrases.notUnderstood, sources: [], buttons: [{ id: 'human', label: phrases.human }] };
};

const isBetweenTwo: TurnRule = (input) => {
  const [second] = input.reading.runnersUp;
  if (input.choice || input.reading.abstained || !second || input.head.bot.clarifications >= CLARIFICATIONS) return null;
  if (input.reading.confidence >= CLEAR || input.reading.confidence - second.confidence >= CLOSE) return null;
  const phrases = phrasesIn(input.language);
  const between = [input.reading.intent, second.label].filter((intent) => entryOf(phrases.intent, intent) !== undefined);
  if (between.length < 2) return null;
  const buttons = between.map((intent) => ({ id: `intent:${intent}`, label: entryOf(phrases.intent, intent) ?? intent }));
  return { kind: 'clarify', text: phrases.whichOf, buttons, between, slot: null };
};

const lacksOrder: TurnRule = (input) => {
  if (!intentFacts(intentOf(input)).needsOrder || findOrder(input)) return null;
  const phrases = phrasesIn(input.language);
  if (!input.identified) {
    if (input.head.bot.failures > 0) return { kind: 'hand-off', reason: 'policy' };
    return { kind: 'answer', text: phrases.signInFirst, sources: [], buttons: [{ id: 'human', label: phrases.human }] };
  }
  if (input.orders.length === 0 || input.head.bot.clarifications >= CLARIFICATIONS) return { kind: 'hand-off', reason: 'cannot-answer' };
  const buttons = input.orders.slice(0, 4).map((order) => ({ id: `order:${order.number}`, label: `${order.number} ${order.lines[0]?.name[input.language] ?? ''}` }));
  return { kind: 'clarify', text: phrases.whichOrder, buttons, between: [], slot: 'orderNumber' };
};

const isHighValue: TurnRule = (input) => {
  const { category } = intentFacts(intentOf(input));
  const order = findOrder(input);
  const aboutMoney = category === 'refund' || category === 'return-exchange';
  return order && aboutMoney && order.paid.amount >= HIGH_VALUE ? { kind: 'hand-off', reason: 'high-value' } : null;
};

const follow: TurnRule = (input) => {
  const intent = intentOf(input);
  const facts = intentFacts(intent);
  switch (facts.route.kind) {
    case 'chat': return answerChat(input, intent);
    case 'graph': return answerFromGraph(input, intent) ?? answerFromKnowledge(input, intent);
    case 'order': return answerFromOrder(input, intent);
    case 'act': return proposeAction(input, facts.route.action, intent);
    case 'person': return handToPerson(input, facts.route.evidence);
    case 'knowledge': return answerFromKnowledge(input, intent);
  }
};

const RULES: readonly TurnRule[] = [asksForPerson, showsRisk, threatens, isAngry, confirms, notUnderstood, isBetweenTwo, lacksOrder, isHighValue, follow];

/**
 * The bot's next turn: the first rule that has something to say. Pure. Where none has, the bot can't answer and hands off, so
 * that nobody is left without a reply.
 */
export function decideTurn(input: TurnInput): Turn {
  for (const rule of RULES) {
    const turn = rule(input);
    if (turn) return turn;
  }
  return { kind: 'hand-off', reason: 'cannot-answer' };
}
