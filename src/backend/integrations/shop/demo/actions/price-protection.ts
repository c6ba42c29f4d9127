import { z } from 'zod';
import { moneyLike } from '../../../../../shared/domain/money.ts';
import { previewLine, refundableOf } from './lines.ts';
import { withRefund } from './refund.ts';
import type { ActionRule, RuleContext } from './rule.ts';

const DAY = 86_400_000;
/** Days after the purchase in which a lower price is paid back. */
const PROTECTED_DAYS = 15;

/** Lines that are cheaper today, with the difference, never more than what is left of the line. */
function differences(context: RuleContext) {
  return context.order.lines.flatMap((line) => {
    const today = context.variant(line.sku)?.price.amount ?? line.unitPrice.amount;
    const amount = Math.min((line.unitPrice.amount - today) * line.quantity, refundableOf(line).amount);
    return amount > 0 ? [{ line, amount: moneyLike(line.paid, amount) }] : [];
  });
}

const totalOf = (context: RuleContext) => moneyLike(context.order.paid, differences(context).reduce((sum, { amount }) => sum + amount.amount, 0));

function whyNot(context: RuleContext): string | null {
  const { order, now } = context;
  if (order.state === 'placed' || order.state === 'cancelled' || order.state === 'refunded') return 'not-paid';
  if (now - order.placedAt > PROTECTED_DAYS * DAY) return 'protection-over';
  return totalOf(context).amount === 0 ? 'no-price-drop' : null;
}

/** The price fell after the purchase: the difference goes back. */
export const priceProtectionRule: ActionRule<Record<string, never>> = {
  kind: 'price-protection',
  schema: () => z.strictObject({}),
  offer: (context) => ({ whyNot: whyNot(context), maximum: totalOf(context), defaults: {} }),
  preview: (context) => ({ ok: true, value: { total: totalOf(context), lines: differences(context).map(({ line, amount }) => previewLine(line, line.quantity, amount)) } }),
  apply: (context) => ({
    order: withRefund(context.order, totalOf(context), { lineIds: differences(context).map(({ line }) => line.lineId), at: context.now, receiptNumber: null }),
    stock: [],
  }),
};
