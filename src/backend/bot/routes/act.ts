import type { ActionKind } from '../../../shared/contracts/action.ts';
import type { Order } from '../../../shared/contracts/order.ts';
import { entryOf } from '../../../shared/lib/entry-of.ts';
import { CONFIRM, intentFacts } from '../intents.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { orderSource, type Turn, type TurnInput } from '../turn.ts';
import { answerFromKnowledge } from './knowledge.ts';
import { findOrder, lastShipmentEvent } from './order.ts';

function proposalText(input: TurnInput, action: ActionKind, order: Order): string {
  const { propose } = phrasesIn(input.language);
  if (action === 'return') return propose.return({ number: order.number, items: order.lines.map((line) => line.name[input.language]).join(input.language === 'zh' ? '、' : ', ') });
  return propose['urge-delivery']({ number: order.number, event: lastShipmentEvent(order)?.text[input.language] ?? '' });
}

/** Why it isn't possible, in the customer's words, followed by what the shop's rules say about it. */
function explain(input: TurnInput, { whyNot, intent, order }: { whyNot: string; intent: string | null; order: Order }): Turn | null {
  const phrases = phrasesIn(input.language);
  const reason = entryOf(phrases.whyNot, whyNot);
  const article = answerFromKnowledge(input, intent);
  if (!reason || input.head.bot.tried.some((attempt) => attempt.intent === intent)) return article;
  const separator = input.language === 'zh' ? '：' : ': ';
  const text = `${order.number}${separator}${reason}${input.language === 'zh' ? '。' : '.'}`;
  if (article?.kind !== 'answer') return { kind: 'answer', text, buttons: [], sources: [orderSource(order)] };
  return { ...article, text: `${text}\n${article.text}`, sources: [orderSource(order), ...article.sources] };
}

/** Whether this was proposed for this order before, and the customer has neither taken nor refused it. */
function wasLeftOpen({ head }: TurnInput, action: ActionKind, order: Order): boolean {
  const { proposal, tried } = head.bot;
  if (proposal?.action === action && proposal.orderNumber === order.number) return true;
  // The head keeps the newest proposal only; of those before it, what was tried tells.
  const about = tried.filter(({ step }) => step === 'proposed' || step === 'done' || step === 'dropped');
  const isIt = ({ step, intent, sources }: (typeof tried)[number]): boolean => {
    const { route } = intentFacts(intent);
    return step === 'proposed' && route.kind === 'act' && route.action === action && sources.some(({ ref }) => ref === order.number);
  };
  return about.some((attempt, index) => isIt(attempt) && about[index + 1]?.step === 'proposed');
}

/**
 * Proposes an action that the shop offers on this order now; it is done only when the customer says yes. Not possible: says
 * why. Proposed before and neither taken nor refused: a person decides.
 */
export function proposeAction(input: TurnInput, action: ActionKind, intent: string | null): Turn | null {
  const order = findOrder(input);
  if (!order) return null;
  const offer = input.offers.find((candidate) => candidate.kind === action);
  if (!offer?.enabled) return offer?.whyNot ? explain(input, { whyNot: offer.whyNot, intent, order }) : null;
  if (wasLeftOpen(input, action, order) || input.head.bot.tried.some((attempt) => attempt.step === 'done' && attempt.intent === intent)) return null;
  const phrases = phrasesIn(input.language);
  const buttons = [{ id: CONFIRM.yes, label: phrases.yes }, { id: CONFIRM.no, label: phrases.no }];
  return { kind: 'propose', text: proposalText(input, action, order), action, order, sources: [orderSource(order)], buttons };
}
