import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyDecimals, currencySign, formatMoney, moneyText, parseMoney } from './money.ts';

const yuan = (amount: number) => ({ amount, currency: 'CNY' });

describe('formatMoney', () => {
  it('has all decimals of its currency and none more', () => {
    expect(formatMoney(yuan(9800), 'zh-CN')).toBe('¥98.00');
    expect(formatMoney(yuan(920_400), 'zh-CN')).toBe('¥9,204.00');
    expect(formatMoney({ amount: 1400, currency: 'EUR' }, 'en')).toBe('€14.00');
    expect(formatMoney({ amount: 1400, currency: 'JPY' }, 'en')).toBe('¥1,400');
    expect(formatMoney(yuan(-5), 'en')).toBe('-¥0.05');
  });

  it('loses no digit of a great amount', () => {
    expect(formatMoney(yuan(Number.MAX_SAFE_INTEGER), 'en')).toBe('¥90,071,992,547,409.91');
  });
});

it('knows decimals and signs', () => {
  expect([currencyDecimals('CNY'), currencyDecimals('JPY')]).toEqual([2, 0]);
  expect([currencySign('CNY', 'zh-CN'), currencySign('EUR', 'en')]).toEqual(['¥', '€']);
});

describe('parseMoney', () => {
  it('reads what people type', () => {
    expect(['98', '98.', '98.5', ' 9,204.00 ', '98。5'].map((text) => parseMoney(text, 'CNY'))).toEqual([9800, 9800, 9850, 920_400, 9850]);
  });

  it('refuses what is no amount of the currency', () => {
    expect(['', '.', '-1', '1.234', '1e3', 'abc', '1.2.3'].map((text) => parseMoney(text, 'CNY'))).toEqual(Array.from({ length: 7 }, () => null));
    expect(parseMoney('98.5', 'JPY')).toBeNull();
  });

  it('gives back every amount it is shown', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 48 }), fc.constantFrom('CNY', 'JPY', 'KWD'), (amount, currency) => {
        expect(parseMoney(moneyText({ amount, currency }), currency)).toBe(amount);
      }),
    );
  });
});
