import { z } from 'zod';
import { moneyLike, splitProRata } from '../../../../../shared/domain/money.ts';
import type { Money } from '../../../../../shared/contracts/basics.ts';
import type { Order } from '../../../../../shared/contracts/order.ts';
import { chosenLinesSchema, previewLine, reasonSchema, refundableOf, refundableOfOrder, resolveLines, shareOf, sumShares, type ChosenLine } from './lines.ts';
import type { ActionRule, RuleContext } from './rule.ts';

type RefundArguments = { lines: ChosenLine[]; amount?: number | undefined; reason: z.infer<typeof reasonSchema> };

/** Explicit amount, else what the chosen lines are worth, else everything that is left. */
function totalOf(order: Order, args: RefundArguments): Money {
  if (args.amount !== undefined) return moneyLike(order.paid, args.amount);
  const entries = resolveLines(order, args.lines);
  return entries && entries.length > 0 ? sumShares(order, entries) : refundableOfOrder(order);
}

/**
 * The order with `total` paid back: spread over the chosen lines (or all) in proportion to what is left of each, by the
 * largest remainder, so that lines always add up to the order.
 */
export function withRefund(order: Order, total: Money, refund: { lineIds: readonly string[]; at: number; receiptNumber: string | null }): Order {
  const isChosen = (lineId: string) => refund.lineIds.length === 0 || refund.lineIds.includes(lineId);
  const shares = splitProRata(total.amount, order.lines.map((line) => (isChosen(line.lineId) ? refundableOf(line).amount : 0)));
  const refunded = moneyLike(order.paid, order.refunded.amount + total.amount);
  return {
    ...order,
    state: refunded.amount >= order.paid.amount && order.state !== 'cancelled' ? 'refunded' : order.state,
    refunded,
    lines: order.lines.map((line, index) => ({ ...line, refunded: moneyLike(line.paid, line.refunded.amount + (shares[index] ?? 0)) })),
    refunds: [...order.refunds, { amount: total, at: refund.at, state: 'done', receiptNumber: refund.receiptNumber }],
  };
}

const UNPAID = new Set<Order['state']>(['placed', 'cancelled']);

function whyNot({ order }: RuleContext): string | null {
  if (UNPAID.has(order.state)) return 'not-paid';
  return refundableOfOrder(order).amount === 0 ? 'nothing-left' : null;
}

/** Money back the way it came: whole, by line, or a partial amount. */
export const refundRule: ActionRule<RefundArguments> = {
  kind: 'refund',
  schema: ({ order }) =>
    z.strictObject({
      amount: z.int().positive().max(refundableOfOrder(order).amount).meta({ format: 'money', currency: order.paid.currency }).optional(),
      reason: reasonSchema,
      lines: chosenLinesSchema.default([]),
    }),
  offer: (context) => ({ whyNot: whyNot(context), maximum: refundableOfOrder(context.order), defaults: { reason: 'damaged', lines: [] } }),
  preview: ({ order }, args) => {
    const entries = resolveLines(order, args.lines);
    if (!entries) return { ok: false, error: { code: 'BAD_INPUT', details: { field: 'lines' } } };
    const total = totalOf(order, args);
    if (total.amount > refundableOfOrder(order).amount) return { ok: false, error: { code: 'OVER_LIMIT', details: { maximum: refundableOfOrder(order).amount } } };
    const before = { code: 'refunded-before', params: {}, amount: order.refunded };
    return { ok: true, value: { total, lines: [...entries.map(({ line, quantity }) => previewLine(line, quantity, shareOf(line, quantity))), before, { code: 'original-route', params: {}, amount: total }] } };
  },
  apply: ({ order, now }, args) => ({
    order: withRefund(order, totalOf(order, args), { lineIds: args.lines.map((line) => line.lineId), at: now, receiptNumber: null }),
    stock: [],
  }),
};
