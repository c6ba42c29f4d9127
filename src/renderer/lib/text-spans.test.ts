import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitBySpans } from './text-spans.ts';

const mark = (from: number, to: number) => ({ from, to, kind: 'evidence' as const });
const words = (text: string, ...spans: ReturnType<typeof mark>[]) => splitBySpans(text, spans).map((piece) => (piece.kind === null ? piece.text : `[${piece.text}]`));

describe('splitBySpans', () => {
  it('marks words where they stand', () => {
    expect(words('不解决我就去平台投诉', mark(5, 10))).toEqual(['不解决我就', '[去平台投诉]']);
    expect(words('a b c', mark(4, 5), mark(0, 1))).toEqual(['[a]', ' b ', '[c]']);
    expect(words('plain')).toEqual(['plain']);
    expect(words('')).toEqual([]);
  });

  it('makes one piece of spans that overlap or touch', () => {
    expect(words('abcdef', mark(0, 4), mark(2, 6))).toEqual(['[abcdef]']);
    expect(words('abcdef', mark(0, 2), mark(2, 4))).toEqual(['[abcd]', 'ef']);
    expect(words('abcdef', mark(0, 6), mark(2, 3))).toEqual(['[abcdef]']);
  });

  it('ignores what lies outside the text', () => {
    expect(words('abc', mark(-5, 1), mark(9, 12), mark(2, 99), mark(2, 1))).toEqual(['[a]', 'b', '[c]']);
  });

  it('never cuts a character in two', () => {
    expect(words('😡好', mark(0, 1))).toEqual(['[😡]', '好']);
    expect(words('a😡', mark(2, 3))).toEqual(['a😡']);
  });

  it('loses no letter, whatever the spans', () => {
    const span = fc.record({ from: fc.integer({ min: -3, max: 30 }), to: fc.integer({ min: -3, max: 30 }), kind: fc.constant('evidence' as const) });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.array(span, { maxLength: 6 }), (text, spans) => {
        const pieces = splitBySpans(text, spans);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.every((piece) => piece.text.isWellFormed() || !text.isWellFormed())).toBe(true);
      }),
    );
  });
});
