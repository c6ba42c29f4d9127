import type { Language, LocalizedText, Money } from '../../../shared/contracts/basics.ts';
import type { Order } from '../../../shared/contracts/order.ts';
import type { KnownProduct } from '../../modules/knowledge/load-knowledge.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { namedOrder } from '../slots.ts';
import { orderSource, type Turn, type TurnInput } from '../turn.ts';

/** The order in question: pressed, named, known from before, or the only one there is. */
export function findOrder(input: Pick<TurnInput, 'orders' | 'choice' | 'text' | 'head'>): Order | null {
  const byNumber = (number: string | null | undefined): Order | null => input.orders.find((order) => order.number === number) ?? null;
  const pressed = input.choice?.startsWith('order:') ? byNumber(input.choice.slice('order:'.length)) : null;
  const only = input.orders.length === 1 ? (input.orders[0] ?? null) : null;
  return pressed ?? namedOrder(input.text, input.orders) ?? byNumber(input.head.orderNumber) ?? only;
}

/** The product in question: named in the message (what the customer has bought before what they haven't), else the order's first line. */
export function findProduct(input: TurnInput): KnownProduct | null {
  const named = input.knowledge.findProducts(input.text);
  const bought = new Set(input.orders.flatMap((order) => order.lines.map((line) => line.productSlug)));
  const best = named.find((product) => bought.has(product.slug)) ?? named[0];
  if (best) return best;
  const line = findOrder(input)?.lines[0];
  return line ? input.knowledge.product(line.productSlug) : null;
}

/** An instant in the shop's time zone, as a customer reads it. */
export function formatWhen(at: number, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone, month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** An amount as a customer reads it. */
export function formatMoney(money: Money, language: Language): string {
  const format = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { style: 'currency', currency: money.currency, currencyDisplay: 'narrowSymbol' });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(money.amount / 10 ** digits);
}

/** The last thing that happened to the parcel that is on its way, or null if none is. */
export function lastShipmentEvent(order: Order): { readonly carrier: LocalizedText; readonly tracking: string; readonly at: number; readonly text: LocalizedText } | null {
  const shipment = order.shipments.at(-1);
  const event = shipment?.events.at(-1);
  return shipment && event ? { carrier: shipment.carrier, tracking: shipment.trackingNumber, at: event.at, text: event.text } : null;
}

function trackingText(order: Order, input: TurnInput): string {
  const phrases = phrasesIn(input.language);
  const deliveredAt = order.steps.find((step) => step.code === 'delivered')?.at;
  const last = lastShipmentEvent(order);
  if (order.state === 'delivered' && deliveredAt != null) return phrases.orderDelivered({ number: order.number, when: formatWhen(deliveredAt, input.language, input.timeZone) });
  if (!last) return phrases.orderNotShipped({ number: order.number, state: phrases.orderState[order.state] ?? order.state });
  return phrases.orderAt({ number: order.number, carrier: last.carrier[input.language], tracking: last.tracking, event: last.text[input.language], when: formatWhen(last.at, input.language, input.timeZone) });
}

function refundText(order: Order, input: TurnInput): string {
  const phrases = phrasesIn(input.language);
  const refund = order.refunds.at(-1);
  if (!refund) return phrases.noRefund({ number: order.number });
  const facts = { number: order.number, amount: formatMoney(refund.amount, input.language), when: formatWhen(refund.at, input.language, input.timeZone) };
  return refund.state === 'done' ? phrases.refundDone(facts) : phrases.refundPending(facts);
}

const DAY = 86_400_000;
/** A refund pending longer than the shop promises needs a person, not an explanation. */
const PENDING_DAYS = 3;

/** Where is it, and where is my money: from the order as it stands now. Asked again after that, a person looks. */
export function answerFromOrder(input: TurnInput, intent: string | null): Turn | null {
  const order = findOrder(input);
  if (!order) return null;
  const saidBefore = input.head.bot.tried.some((attempt) => attempt.intent === intent && attempt.sources.some((source) => source.ref === order.number));
  if (saidBefore) return { kind: 'hand-off', reason: 'cannot-answer' };
  const refund = order.refunds.at(-1);
  const asked = input.head.last?.at ?? 0;
  if (intent === 'refund-status' && refund?.state === 'pending' && asked - refund.at > PENDING_DAYS * DAY) return { kind: 'hand-off', reason: 'policy' };
  const text = intent === 'refund-status' ? refundText(order, input) : trackingText(order, input);
  return { kind: 'answer', text, buttons: [], sources: [orderSource(order)] };
}
