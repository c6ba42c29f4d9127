import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyLike, splitProRata, sumMoney } from './money.ts';

const weights = (max: number) => fc.array(fc.nat(max), { minLength: 1, maxLength: 12 });
/** A million in yuan is 10^8 fen; amounts in won or dong come higher. */
const LARGE = 10 ** 12;
const sumOf = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);

describe('splitProRata', () => {
  it.each([
    { total: 100, weights: [1, 1, 1], parts: [34, 33, 33], why: 'the unit left over goes to the earlier of equals' },
    { total: 100, weights: [1, 2, 3], parts: [17, 33, 50], why: 'and to the largest remainder' },
    { total: 5, weights: [0, 1], parts: [0, 5], why: 'nothing weighs nothing' },
    { total: 7, weights: [0, 0], parts: [7, 0], why: 'all weights zero: all to the first' },
    { total: 0, weights: [3, 4], parts: [0, 0], why: 'nothing to split' },
    { total: -100, weights: [1, 1, 1], parts: [-33, -33, -34], why: 'a negative total is split as exactly' },
  ])('$total by $weights: $why', ({ total, weights: by, parts }) => {
    expect(splitProRata(total, by)).toEqual(parts);
  });

  it.each([1_000, LARGE])('adds up exactly, with no part a unit or more off its share (weights and totals to %i)', (max) => {
    fc.assert(
      fc.property(fc.integer({ min: -max, max }), weights(max), (total, by) => {
        const parts = splitProRata(total, by);
        expect(sumOf(parts)).toBe(total);
        const whole = BigInt(sumOf(by));
        fc.pre(whole > 0n);
        const offBy = parts.map((part, index) => BigInt(part) * whole - BigInt(total) * BigInt(by[index] ?? 0));
        expect(offBy.filter((off) => off >= whole || off <= -whole)).toEqual([]);
      }),
    );
  });

  it('gives a greater weight no smaller part', () => {
    fc.assert(
      fc.property(fc.nat(LARGE), weights(LARGE), (total, by) => {
        fc.pre(sumOf(by) > 0);
        const parts = splitProRata(total, by);
        const byWeight = by.map((weight, index) => ({ weight, index })).toSorted((a, b) => b.weight - a.weight || a.index - b.index);
        const descending = byWeight.map(({ index }) => parts[index] ?? 0);
        expect(descending).toEqual(descending.toSorted((a, b) => b - a));
      }),
    );
  });
});

describe('sums', () => {
  const yuan = (amount: number) => ({ amount, currency: 'CNY' });

  it('are of one currency', () => {
    expect(sumMoney(yuan(0), [yuan(5), yuan(-2)])).toEqual(yuan(3));
    expect(sumMoney(yuan(0), [])).toEqual(yuan(0));
    expect(() => sumMoney(yuan(0), [{ amount: 1, currency: 'JPY' }])).toThrow('mixed currencies: CNY and JPY');
  });

  it('keep the currency of what they are like', () => {
    expect(moneyLike(yuan(1), 9)).toEqual(yuan(9));
  });
});
