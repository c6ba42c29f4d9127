import { type AlignedText, originalSpan, type Span } from '../tokens/normalize.ts';

/** Regular expressions over normalised text (NFKC, lower case), and the look-alikes that are not meant. */
export interface PatternSource {
  patterns: readonly string[];
  /** A hit that overlaps one of these is dropped. */
  except?: readonly string[];
}

/** A compiled list: one expression for what is wanted, one for what is not. */
export interface PatternList {
  wanted: RegExp;
  unwanted: RegExp | undefined;
}

export function compilePatterns(source: PatternSource): PatternList {
  const join = (patterns: readonly string[]) => new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|'), 'gu');
  return { wanted: join(source.patterns), unwanted: source.except?.length ? join(source.except) : undefined };
}

/** Where the list hits, as spans of the original text, left to right, without overlaps. */
export function findPatterns(list: PatternList, aligned: AlignedText): Span[] {
  const unwanted = list.unwanted ? rangesOf(list.unwanted, aligned.text) : [];
  return apartFrom(rangesOf(list.wanted, aligned.text), unwanted)
    .map(([start, end]) => originalSpan(aligned, start, end));
}

/** Those that overlap none of the others. Both stand in order, so that each is looked at once: a text may be full of both. */
function apartFrom(ranges: readonly Span[], others: readonly Span[]): Span[] {
  let next = 0;
  return ranges.filter(([start, end]) => {
    while ((others[next]?.[1] ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const other = others[next];
    return other === undefined || other[0] >= end;
  });
}

function rangesOf(expression: RegExp, text: string): Span[] {
  const ranges: Span[] = [];
  for (const match of text.matchAll(expression)) {
    if (match[0].length > 0) ranges.push([match.index, match.index + match[0].length]);
  }
  return ranges;
}
