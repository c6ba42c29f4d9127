import type { Slots } from '../../shared/contracts/assist.ts';
import type { Order } from '../../shared/contracts/order.ts';

/** Order numbers of the shop, however they are typed: `B2048-7713`, `b2048 7713`, full-width. */
const ORDER_NUMBER = /b\s?(\d{4})\s?-?\s?(\d{4})/iu;
const TRACKING = /\b(?:SF|YT|ZTO|JD|R)\d{9,15}\b/iu;
/** A number begins where no digit stands before it: begun at each of its digits anew, a text of digits alone would take seconds to read. */
const AMOUNT = /(?:[¥￥€£$]\s?(\d{1,9}(?!\d)(?:\.\d{1,2})?))|(?:(?<![\d.])(\d{1,9}(?:\.\d{1,2})?)\s?(?:元|块|yuan))/iu;

export type SlotContext = {
  readonly orders: readonly Order[];
  readonly findProducts: (text: string) => readonly { readonly slug: string }[];
  readonly attachmentCount: number;
};

/** The order a text names, if it is one of the customer's own: a stranger's number is only quoted, never opened. */
export function namedOrder(text: string, orders: readonly Order[]): Order | null {
  const match = ORDER_NUMBER.exec(text.normalize('NFKC'));
  if (!match) return null;
  const number = `B${match[1]}-${match[2]}`;
  return orders.find((order) => order.number === number) ?? null;
}

/** What a message tells by itself: order, product, tracking number, amount, photos. Empty where it tells nothing. */
export function extractSlots(text: string, context: SlotContext): Slots {
  const plain = text.normalize('NFKC');
  const order = ORDER_NUMBER.exec(plain);
  const tracking = TRACKING.exec(plain);
  const amount = AMOUNT.exec(plain);
  const [product] = context.findProducts(plain);
  return {
    ...(order ? { orderNumber: `B${order[1]}-${order[2]}` } : {}),
    ...(tracking ? { tracking: tracking[0].toUpperCase() } : {}),
    ...(amount ? { amount: amount[1] ?? amount[2] ?? '' } : {}),
    ...(product ? { product: product.slug } : {}),
    ...(context.attachmentCount > 0 ? { photos: String(context.attachmentCount) } : {}),
  };
}
