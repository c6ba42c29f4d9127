import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, hideText, maskText, revealText } from '../../../src/assist/index.ts';
import { createRandom } from '../../../src/assist/numeric/random.ts';
import { type GeneratedText, generateText } from './generated-texts.ts';

const messages = fc.integer({ min: 0 }).map((seed) => generateText(createRandom(seed)));
const anyText = fc.oneof(fc.string({ unit: 'binary' }), messages.map((message) => message.text));

describe('masking', () => {
  it('is idempotent', () => {
    fc.assert(fc.property(anyText, (text) => {
      const once = maskText(text).text;
      expect(maskText(once).text).toBe(once);
    }), { numRuns: 500 });
  });

  it('is reversible inside the desk', () => {
    fc.assert(fc.property(anyText, (text) => {
      expect(revealText(hideText(text))).toBe(text);
    }), { numRuns: 500 });
  });

  it('never leaks a masked value', () => {
    fc.assert(fc.property(messages, ({ text }) => {
      const { text: masked, found } = maskText(text);
      const written = found.map(({ span }) => text.slice(...span)).filter((value) => text.split(value).length === 2);
      expect(written.filter((value) => masked.includes(value))).toEqual([]);
    }), { numRuns: 500 });
  });

  it('finds at least 999 of 1000 in 20,000 messages, and hides at most 5 in 1000 too many', () => {
    const random = createRandom(2026);
    const counts = { found: 0, missed: 0, wrong: 0 };
    for (let made = 0; made < 20_000; made += 1) judge(generateText(random), counts);
    expect(counts.found / (counts.found + counts.missed)).toBeGreaterThanOrEqual(0.999);
    expect(counts.found / (counts.found + counts.wrong)).toBeGreaterThanOrEqual(0.995);
  }, 60_000);

  it.each([
    ['1 Han street', '寄到浙江省杭州市余杭区文一西路969号3幢', ['address']],
    ['English address', '12 Baker Street, Apt 4, London NW1 6XE please', ['address']],
    ['landline', '座机 010-62345678', ['phone']],
    ['North American number', 'call (415) 555-2671', ['phone']],
    ['international number', 'reach me on +44 7700 900123', ['phone']],
    ['IBAN', 'GB82 WEST 1234 5698 7654 32', ['iban']],
    ['plate', '车牌京A12345', ['plate']],
    ['tracking number', '运单 SF1380013800012', []],
    ['order number that passes Luhn', '订单号 4111111111111111', []],
    ['card that passes Luhn', '卡号 4111111111111111', ['bank-card']],
    ['price and date', '一共128.50元，2026-11-07买的', []],
  ])('knows %s', (_, text, kinds) => {
    expect(findPersonalData(text).map((data) => data.kind)).toEqual(kinds);
  });
});

function judge({ text, personal }: GeneratedText, counts: { found: number; missed: number; wrong: number }): void {
  const spans = findPersonalData(text).map((data) => data.span);
  const isCovered = (start: number, end: number) => spans.some((span) => span[0] <= start && span[1] >= end);
  const hits = personal.filter(({ start, end }) => isCovered(start, end)).length;
  counts.found += hits;
  counts.missed += personal.length - hits;
  counts.wrong += Math.max(0, spans.length - hits);
}
