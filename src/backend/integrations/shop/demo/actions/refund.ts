import { z } from 'zod';
import { moneyLike, splitProRata } from '../../../../../shared/domain/money.ts';
import type { Money } from '../../../../../shared/contracts/basics.ts';
import type { Order } from '../../../../../shared/contracts/order.ts';
import { chosenLinesSchema, previewLine, reasonSchema, refundableOf, refundableOfOrder, resolveLines, shareOf, sumShares, type ChosenLine, type Pieces } from './lines.ts';
import type { ActionRule, RuleContext } from './rule.ts';

type RefundArguments = { lines: ChosenLine[]; amount?: number | undefined; reason: z.infer<typeof reasonSchema> };

/** The most that goes back: what the chosen lines are worth; without any, everything that is left. */
const mostOf = (order: Order, entries: readonly Pieces[]): Money => (entries.length > 0 ? sumShares(order, entries) : refundableOfOrder(order));

/** Explicit amount, else the most. */
const totalOf = (order: Order, { amount }: RefundArguments, entries: readonly Pieces[]): Money =>
  amount === undefined ? mostOf(order, entries) : moneyLike(order.paid, amount);

/** What may go back on each line, in minor units; without any, all that is left of every line and of what was paid beside them. */
type ByLine = ReadonlyMap<string, number>;

const byLine = (entries: readonly Pieces[]): ByLine | undefined =>
  entries.length > 0 ? new Map(entries.map(({ line, quantity }) => [line.lineId, shareOf(line, quantity).amount])) : undefined;

/** What is left of the shipping: it was paid with the order, and for none of its lines. */
const refundableBeside = (order: Order): number =>
  Math.max(0, refundableOfOrder(order).amount - order.lines.reduce((sum, line) => sum + refundableOf(line).amount, 0));

/**
 * The order with `total` paid back: spread in proportion to what may go back on each line (and, where none is chosen, on the
 * shipping), by the largest remainder, so that lines and shipping always add up to the order and none gets more than it cost.
 */
export function withRefund(order: Order, total: Money, refund: { byLine?: ByLine | undefined; at: number; receiptNumber: string | null }): Order {
  const most = order.lines.map((line) => (refund.byLine ? (refund.byLine.get(line.lineId) ?? 0) : refundableOf(line).amount));
  const shares = splitProRata(total.amount, [...most, refund.byLine ? 0 : refundableBeside(order)]);
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
    const most = mostOf(order, entries).amount;
    if (most === 0) return { ok: false, error: { code: 'ACTION_NOT_OFFERED', details: { whyNot: 'nothing-left' } } };
    const total = totalOf(order, args, entries);
    if (total.amount > most) return { ok: false, error: { code: 'BAD_INPUT', details: { field: 'amount', maximum: most } } };
    const before = { code: 'refunded-before', params: {}, amount: order.refunded };
    return { ok: true, value: { total, lines: [...entries.map(({ line, quantity }) => previewLine(line, quantity, shareOf(line, quantity))), before, { code: 'original-route', params: {}, amount: total }] } };
  },
  apply: ({ order, now }, args) => {
    const entries = resolveLines(order, args.lines) ?? [];
    return { order: withRefund(order, totalOf(order, args, entries), { byLine: byLine(entries), at: now, receiptNumber: null }), stock: [] };
  },
};
