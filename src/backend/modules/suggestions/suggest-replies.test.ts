import path from 'node:path';
import { expect, it } from 'vitest';
import type { Language } from '../../../shared/contracts/basics.ts';
import { initialHead } from '../../../shared/domain/reducers/initial-head.ts';
import type { IntentReading } from '../../bot/engine.ts';
import type { TurnInput } from '../../bot/turn.ts';
import { createKnowledge } from '../knowledge/knowledge.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { suggestReplies } from './suggest-replies.ts';

const START = Date.UTC(2026, 10, 20, 12);
const resources = path.resolve(import.meta.dirname, '../../../../resources/demo-shop');
const knowledge = createKnowledge(await loadKnowledge(resources, START), () => START);

type Said = { readonly text: string; readonly language: Language; readonly reading: Partial<IntentReading> };

/** The next message of a customer who has asked before what shipping costs. */
function afterShippingQuestion({ text, language, reading }: Said): TurnInput {
  const head = initialHead({ conversationId: 'c', shopId: 's', customerId: 'x', language });
  return {
    text, language, knowledge, messageSeq: 5, slots: {}, choice: null, choiceUnder: null, tier: 'member', identified: false, orders: [], offers: [], timeZone: 'Asia/Shanghai',
    reading: { intent: 'shipping-fee', confidence: 0.9, abstained: false, runnersUp: [], ...reading },
    head: { ...head, bot: { ...head.bot, lastIntent: 'shipping-fee' } },
  };
}

it.each([
  ['thanks, that helps', 'en'],
  ['好的，谢谢', 'zh'],
] as const)("nothing is suggested after the customer's thanks, whatever was asked before: %s", (text, language) => {
  const runnersUp = [{ label: 'shipping-fee', confidence: 0.2 }];
  expect(suggestReplies(afterShippingQuestion({ text, language, reading: { intent: 'thanks', confidence: 0.8, runnersUp } }))).toEqual([]);
});

it.each([
  ['and now?', 'en'],
  ['然后呢', 'zh'],
] as const)('words that go on with a question are answered from it: %s', (text, language) => {
  const [first] = suggestReplies(afterShippingQuestion({ text, language, reading: { abstained: true } }));
  expect(first?.sources.flatMap(({ ref }) => knowledge.current(ref)?.intents ?? [])).toContain('shipping-fee');
});
