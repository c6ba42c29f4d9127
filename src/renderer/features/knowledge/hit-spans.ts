import type { TextSpan } from '../../lib/text-spans.ts';

/** Where the found words stand in a text, whatever their case; where they overlap, once. */
export function hitSpans(text: string, tokens: readonly string[]): TextSpan<'hit'>[] {
  const lower = text.toLowerCase();
  // A single character is found everywhere and tells nothing.
  const spans = tokens.filter((token) => token.length > 1).flatMap((token) => {
    const wanted = token.toLowerCase();
    const found: TextSpan<'hit'>[] = [];
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
      const to = at + wanted.length;
      if (isBorder(lower, at) && isBorder(lower, to)) found.push({ from: at, to, kind: 'hit' });
    }
    return found;
  });
  return merged(spans.toSorted((left, right) => left.from - right.from));
}

const IN_WORD = /^[\p{Script=Latin}\p{N}]{2}$/u;

/** Whether a word may begin or end here: "in" is no part of "within". Between Han characters it always may. */
const isBorder = (text: string, at: number): boolean => !IN_WORD.test(text.slice(Math.max(at - 1, 0), at + 1));

function merged(spans: readonly TextSpan<'hit'>[]): TextSpan<'hit'>[] {
  const result: { from: number; to: number; kind: 'hit' }[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

/** The part of a text around its first hit, so that a short look shows why it was found. */
export function excerptOf(text: string, tokens: readonly string[], length: number): string {
  const first = hitSpans(text, tokens)[0]?.from ?? 0;
  const from = first < length / 2 ? 0 : first - Math.floor(length / 4);
  const cut = text.slice(from, from + length).replace(/\s+/gu, ' ').trim();
  return `${from > 0 ? '…' : ''}${cut}${from + length < text.length ? '…' : ''}`;
}
