import type { Id } from '../../../shared/contracts/basics.ts';
import type { LogEvent } from '../../../shared/contracts/events/envelope.ts';
import { isKnownEvent } from '../../../shared/domain/known-versions.ts';
import { ok } from '../../../shared/lib/result.ts';
import type { IntentReading, TextEngine } from '../../bot/engine.ts';
import { hearAnswer } from '../../bot/hear-answer.ts';
import { extractSlots, namedOrder } from '../../bot/slots.ts';
import type { ShopPort } from '../../integrations/shop/shop-port.ts';
import type { Append } from '../../log/append-request.ts';
import type { BackendModule } from '../../module.ts';
import { expectAccepted } from '../../reactions/expect-accepted.ts';
import type { FindCustomer } from '../customers/customer-repository.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { understandEvents } from './understand-events.ts';

/** Assist as an author of the log. */
export const ASSIST_ACTOR = { kind: 'system', id: 'assist' } as const;

type Dependencies = {
  readonly engine: TextEngine;
  readonly knowledge: Knowledge;
  readonly shop: ShopPort;
  readonly append: Append;
  readonly findCustomer: FindCustomer;
  readonly customerOf: (conversationId: Id) => Promise<Id | null>;
  /** Monotonic milliseconds, for how long reading took. */
  readonly stopwatch: () => number;
};

async function ordersOf(deps: Dependencies, conversationId: Id) {
  const customerId = await deps.customerOf(conversationId);
  const customer = customerId === null ? null : await deps.findCustomer(customerId);
  return customer?.identified ? deps.shop.listOrders(customer.id) : [];
}

/** A pressed button says its intent, or none: "this order" goes on with what was asked about. */
function readIntent(engine: TextEngine, text: string, buttonId: string | null): IntentReading {
  if (buttonId?.startsWith('intent:')) return { intent: buttonId.slice('intent:'.length), confidence: 1, abstained: false, runnersUp: [] };
  const isUnread = buttonId?.startsWith('order:') === true || text.trim() === '';
  return isUnread ? { intent: '', confidence: 0, abstained: true, runnersUp: [] } : engine.readIntent(text);
}

async function understand(deps: Dependencies, event: LogEvent): Promise<void> {
  if (!isKnownEvent(event) || event.type !== 'message.posted' || event.actor.kind !== 'customer' || !event.content) return;
  const { text, attachments } = event.content;
  const orders = await ordersOf(deps, event.conversationId);
  const started = deps.stopwatch();
  const reading = {
    messageSeq: event.seq,
    intent: readIntent(deps.engine, text, event.payload.choice?.buttonId ?? null),
    mood: deps.engine.readMood(text),
    risks: deps.engine.readRisks(text),
    slots: extractSlots(text, { orders, findProducts: deps.knowledge.findProducts, attachmentCount: attachments.length }),
    orderNumber: namedOrder(text, orders)?.number ?? null,
    milliseconds: Math.round((deps.stopwatch() - started) * 10) / 10,
    version: deps.engine.version,
  };
  const { messageSeq } = reading;
  const answer = await deps.append({
    conversationId: event.conversationId,
    actor: ASSIST_ACTOR,
    key: `${event.id}:understanding`,
    fingerprint: `understand:${messageSeq}`,
    act: 'free',
    seenSeq: null,
    decide: ({ head, newId }) => ok({ events: understandEvents({ ...reading, intent: hearAnswer(reading.intent, head) }, newId) }),
  });
  expectAccepted(answer, 'understanding was');
}

/** Reads every customer message: intent, slots, mood, risks, each with its evidence, whoever holds the conversation. */
export function createUnderstandingModule(deps: Dependencies): BackendModule {
  return { name: 'understanding', reactions: [{ name: 'understanding', types: ['message.posted'], handle: (event) => understand(deps, event) }] };
}
