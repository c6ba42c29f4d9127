import type { Money } from '../contracts/basics.ts';

/** `amount` minor units of the same currency as `like`. */
export const moneyLike = (like: Money, amount: number): Money => ({ amount, currency: like.currency });

/** Sum of amounts in one currency; throws on mixed currencies, which is a bug of the caller. */
export function sumMoney(zero: Money, parts: readonly Money[]): Money {
  return parts.reduce((sum, part) => {
    if (part.currency !== sum.currency) throw new Error(`mixed currencies: ${sum.currency} and ${part.currency}`);
    return moneyLike(sum, sum.amount + part.amount);
  }, zero);
}

/**
 * Splits `total` minor units in proportion to `weights` so that the parts add up exactly: every part gets its floor, and the
 * units left over go to the largest remainders, earlier parts first (Hamilton's method). All weights zero: all to the first.
 */
export function splitProRata(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? total : 0));
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact.map((value, index) => ({ index, rest: value - Math.floor(value) })).toSorted((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
