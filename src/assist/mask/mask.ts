import { normalizeAligned, originalSpan, type Span } from '../tokens/normalize.ts';
import { findPersonalNumbers } from './numbers.ts';
import type { PersonalDataKind, PersonalRange } from './personal-data.ts';
import { findWrittenData } from './written-data.ts';

export interface PersonalData {
  kind: PersonalDataKind;
  /** Where it stands in the text as given. */
  span: Span;
}

export interface MaskedText {
  text: string;
  /** What was found, in reading order; spans are of the text before masking. */
  found: PersonalData[];
}

/** A text whose personal data can be put back: what stood behind each token, in order. Never leaves the desk. */
export interface HiddenText {
  text: string;
  secrets: { token: string; value: string }[];
}

/** The personal data of a text, in reading order, without overlaps. */
export function findPersonalData(text: string): PersonalData[] {
  const aligned = normalizeAligned(text);
  const ranges = [...findWrittenData(aligned.text), ...findPersonalNumbers(aligned.text)];
  return withoutOverlaps(ranges).map(({ kind, start, end }) => ({ kind, span: originalSpan(aligned, start, end) }));
}

/** Replaces personal data for good: `[mobile]`, `[email]` ... For logs, models and indexes. Masking twice changes nothing more. */
export function maskText(text: string): MaskedText {
  const found = findPersonalData(text);
  return { text: replaceSpans(text, found, ({ kind }) => `[${kind}]`), found };
}

/** Replaces personal data by numbered tokens that `revealText` turns back. For use inside the desk. */
export function hideText(text: string): HiddenText {
  const secrets: HiddenText['secrets'] = [];
  const hidden = replaceSpans(text, findPersonalData(text), ({ kind, span }) => {
    const token = `[${kind}#${secrets.length + 1}]`;
    secrets.push({ token, value: text.slice(...span) });
    return token;
  });
  return { text: hidden, secrets };
}

/** Puts the hidden values back; tokens that the text no longer holds are left out. */
export function revealText(hidden: HiddenText): string {
  let { text } = hidden;
  for (const { token, value } of hidden.secrets) text = text.split(token).join(value);
  return text;
}

function replaceSpans(text: string, found: readonly PersonalData[], token: (data: PersonalData) => string): string {
  let masked = '';
  let from = 0;
  for (const data of found) {
    masked += text.slice(from, data.span[0]) + token(data);
    from = data.span[1];
  }
  return masked + text.slice(from);
}

/** Of ranges that overlap, the first and longest stays and takes in what sticks out of the others. */
function withoutOverlaps(ranges: PersonalRange[]): PersonalRange[] {
  const kept: PersonalRange[] = [];
  for (const range of ranges.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    const last = kept.at(-1);
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
    else kept.push({ ...range });
  }
  return kept;
}
