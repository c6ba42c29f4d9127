import type { TextSpan } from '../../lib/text-spans.ts';

/** Words everybody uses say nothing about a clash. */
const COMMON_LATIN = new Set(['with', 'that', 'this', 'have', 'your', 'will', 'from', 'please', 'sorry', 'hello', 'thank', 'thanks', 'what', 'when', 'there', 'they', 'then', 'been', 'were', 'would', 'could', 'about']);
const COMMON_HAN = /我们|你们|您好|可以|现在|已经|这个|那个|什么|一下|没有|不是|就是|还是|因为|所以|但是|如果|的话|谢谢|非常|抱歉|给您|为您|我的|您的/gu;

const LATIN_WORD = /[a-z0-9][a-z0-9'-]{3,}/giu;
const HAN_RUN = /\p{Script=Han}{2,}/gu;

type Part = { readonly from: number; readonly to: number; readonly part: string };

const latinParts = (text: string): Part[] =>
  [...text.matchAll(LATIN_WORD)].map((match) => ({ from: match.index, to: match.index + match[0].length, part: match[0].toLowerCase() })).filter(({ part }) => !COMMON_LATIN.has(part));

/** Pairs of neighbouring Han characters; common words are blanked first, so that no pair reaches into one. */
function hanParts(text: string): Part[] {
  const blanked = text.replaceAll(COMMON_HAN, (word) => ' '.repeat(word.length));
  return [...blanked.matchAll(HAN_RUN)].flatMap((match) =>
    Array.from({ length: match[0].length - 1 }, (_, at) => ({ from: match.index + at, to: match.index + at + 2, part: match[0].slice(at, at + 2) })),
  );
}

/** What two texts are compared by: Latin words of four letters on, and pairs of Han characters. */
const partsOf = (text: string): Part[] => [...latinParts(text), ...hanParts(text)].toSorted((left, right) => left.from - right.from);

/** Stretches of `text` whose words are also in `others`, merged where they touch. A hint for the eye, not a judgement. */
export function sharedWords<Kind extends string>(text: string, others: readonly string[], kind: Kind): TextSpan<Kind>[] {
  const known = new Set(others.flatMap((other) => partsOf(other).map(({ part }) => part)));
  const spans: { from: number; to: number; kind: Kind }[] = [];
  for (const { from, to, part } of partsOf(text)) {
    if (!known.has(part)) continue;
    const last = spans.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else spans.push({ from, to, kind });
  }
  return spans;
}
