import { fnvBasis, fnvSlice, fnvStep } from '../numeric/fnv.ts';
import { splitRuns } from './runs.ts';
import { unitKind } from './script.ts';
import type { VisitFeature } from './features.ts';
import { stemEnd } from './stem.ts';

const wordSalt = fnvStep(fnvBasis, 11);
const hanSalt = fnvStep(fnvBasis, 12);

/**
 * The search terms of a normalised text, the same for documents and queries: Latin words without their
 * inflection, Han characters and character pairs. Pairs find two-character words that word segmenters
 * and trigrams miss; single characters find words of one.
 */
export function visitTerms(normalized: string, visit: VisitFeature): void {
  for (const run of splitRuns(normalized)) {
    const { kind, start, end } = run;
    if (kind === unitKind.word) visit(fnvSlice(normalized, start, stemEnd(normalized, start, end), wordSalt), start, end);
    if (kind === unitKind.han) visitPairs(normalized, run, visit);
  }
}

function visitPairs(text: string, { start, end }: { start: number; end: number }, visit: VisitFeature): void {
  for (let at = start; at < end; at += 1) {
    const single = fnvStep(hanSalt, text.charCodeAt(at));
    visit(single, at, at + 1);
    if (at + 1 < end) visit(fnvStep(single, text.charCodeAt(at + 1)), at, at + 2);
  }
}

/** The search terms of a normalised text as words, for indexes that store text (full-text columns): Han characters and pairs, Latin words. */
export function searchTokens(normalized: string): string[] {
  const tokens: string[] = [];
  visitTerms(normalized, (_, start, end) => {
    const isWord = normalized.charCodeAt(start) < 0x3000;
    tokens.push(normalized.slice(start, isWord ? stemEnd(normalized, start, end) : end));
  });
  return tokens;
}
