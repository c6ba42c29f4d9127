import { z } from 'zod';
import { moneyLike, sumMoney } from '../../../../../shared/domain/money.ts';
import type { Money } from '../../../../../shared/contracts/basics.ts';
import type { Order, OrderLine } from '../../../../../shared/contracts/order.ts';
import type { ActionPreview } from '../../../../../shared/contracts/action.ts';

/** Chosen lines of an order; drawn as a list of lines with a quantity each. */
export const chosenLinesSchema = z
  .array(z.strictObject({ lineId: z.string(), quantity: z.int().positive() }))
  .meta({ format: 'order-lines' });
export type ChosenLine = { readonly lineId: string; readonly quantity: number };

/** Why the customer wants it: one list for every action that asks. */
export const reasonSchema = z.enum(['damaged', 'wrong-item', 'missing-item', 'quality', 'not-as-described', 'no-longer-wanted', 'late', 'other']);

/** What can still be paid back of a line. */
export const refundableOf = (line: OrderLine): Money => moneyLike(line.paid, Math.max(0, line.paid.amount - line.refunded.amount));

/** What can still be paid back of the whole order. */
export function refundableOfOrder(order: Order): Money {
  return moneyLike(order.paid, Math.max(0, order.paid.amount - order.refunded.amount));
}

/** Some pieces of a line of the order. */
export type Pieces = { readonly line: OrderLine; readonly quantity: number };

/**
 * The chosen lines with the lines they mean; null if one isn't of this order, asks for more than was bought, or is named twice:
 * each naming would be worth the line once more.
 */
export function resolveLines(order: Order, chosen: readonly ChosenLine[]): readonly Pieces[] | null {
  if (new Set(chosen.map(({ lineId }) => lineId)).size < chosen.length) return null;
  const resolved = chosen.map(({ lineId, quantity }) => {
    const line = order.lines.find((candidate) => candidate.lineId === lineId);
    return line && quantity <= line.quantity ? { line, quantity } : null;
  });
  return resolved.every((entry) => entry !== null) ? resolved : null;
}

/** What was paid for some pieces of a line, rounded down to minor units, and never more than is left of the line. */
export function shareOf(line: OrderLine, quantity: number): Money {
  const refundable = refundableOf(line);
  const paid = Math.floor((line.paid.amount * quantity) / line.quantity);
  return quantity >= line.quantity ? refundable : moneyLike(refundable, Math.min(paid, refundable.amount));
}

/** Preview line "name x n" with its amount. */
export function previewLine(line: OrderLine, quantity: number, amount: Money | null): ActionPreview['lines'][number] {
  return { code: 'line', params: { name: line.name, quantity: String(quantity) }, amount };
}

/** What the chosen pieces are worth together, never more than is left of the order. */
export function sumShares(order: Order, entries: readonly Pieces[]): Money {
  const worth = sumMoney(moneyLike(order.paid, 0), entries.map(({ line, quantity }) => shareOf(line, quantity)));
  return moneyLike(worth, Math.min(worth.amount, refundableOfOrder(order).amount));
}
