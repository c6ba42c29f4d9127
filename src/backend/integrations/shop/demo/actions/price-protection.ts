import { z } from 'zod';
import { moneyLike } from '../../../../../shared/domain/money.ts';
import type { OrderLine } from '../../../../../shared/contracts/order.ts';
import { previewLine, refundableOf, refundableOfOrder } from './lines.ts';
import { withRefund } from './refund.ts';
import type { ActionRule, RuleContext } from './rule.ts';

const DAY = 86_400_000;
/** Days after the purchase in which a lower price is paid back. */
const PROTECTED_DAYS = 15;

/** How much less a line would cost today. */
function dropOf(context: RuleContext, line: OrderLine): number {
  const today = context.variant(line.sku)?.price.amount ?? line.unitPrice.amount;
  return (line.unitPrice.amount - today) * line.quantity;
}

/** Lines that are cheaper today, with what of the difference was not paid back before, never more than what is left of the line and of the order. */
function differences(context: RuleContext) {
  let left = refundableOfOrder(context.order).amount;
  return context.order.lines.flatMap((line) => {
    const drop = dropOf(context, line) - context.givenBefore('price-protection', line.lineId);
    const amount = Math.min(drop, refundableOf(line).amount, left);
    left -= Math.max(0, amount);
    return amount > 0 ? [{ line, amount: moneyLike(line.paid, amount) }] : [];
  });
}

const totalOf = (context: RuleContext) => moneyLike(context.order.paid, differences(context).reduce((sum, { amount }) => sum + amount.amount, 0));

function whyNot(context: RuleContext): string | null {
  const { order, now } = context;
  if (order.state === 'placed' || order.state === 'cancelled' || order.state === 'refunded') return 'not-paid';
  if (now - order.placedAt > PROTECTED_DAYS * DAY) return 'protection-over';
  if (order.lines.every((line) => dropOf(context, line) <= 0)) return 'no-price-drop';
  return totalOf(context).amount === 0 ? 'nothing-left' : null;
}

/** The price fell after the purchase: the difference goes back, once; what it falls further since, too. */
export const priceProtectionRule: ActionRule<Record<string, never>> = {
  kind: 'price-protection',
  schema: () => z.strictObject({}),
  offer: (context) => ({ whyNot: whyNot(context), maximum: totalOf(context), defaults: {} }),
  preview: (context) => ({ ok: true, value: { total: totalOf(context), lines: differences(context).map(({ line, amount }) => previewLine(line, line.quantity, amount)) } }),
  apply: (context) => ({
    order: withRefund(context.order, totalOf(context), { byLine: new Map(differences(context).map(({ line, amount }) => [line.lineId, amount.amount])), at: context.now, receiptNumber: null }),
    stock: [],
    given: differences(context).map(({ line, amount }) => ({ ref: line.lineId, amount: amount.amount })),
  }),
};
