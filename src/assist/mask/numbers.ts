import { isBankCard, isBirthday, isResidentId } from './check-digits.ts';
import { isInsideCode, numberContext, type NumberContext } from './context.ts';
import { type DigitGroup, findNumberRuns, type NumberRun } from './number-runs.ts';
import type { PersonalDataKind, PersonalRange } from './personal-data.ts';

/** More groups than this are a table, not a number. */
const mostGroups = 19;
const mostDigits = 19;

/** The personal numbers of a normalised text: identity, card and telephone. Order and tracking numbers are none. */
export function findPersonalNumbers(text: string): PersonalRange[] {
  return findNumberRuns(text).flatMap((run) => readRun(text, run));
}

/** Left to right, the first group (or row of groups) that is personal is taken whole; then on behind it. */
function readRun(text: string, run: NumberRun): PersonalRange[] {
  const found: PersonalRange[] = [];
  let first = 0;
  while (first < run.groups.length) {
    const match = readFrom(text, run, first);
    if (match) found.push(match.range);
    first = match ? match.next : first + 1;
  }
  return found;
}

/** The longest row of groups from `first` that is personal: a card of 19 digits may begin like one of 16. */
function readFrom(text: string, run: NumberRun, first: number): { range: PersonalRange; next: number } | undefined {
  const { groups } = run;
  const head = groups[first] as DigitGroup;
  let digits = '';
  let longest: { range: PersonalRange; next: number } | undefined;
  for (let last = first; last < groups.length && last < first + mostGroups && digits.length < mostDigits; last += 1) {
    const group = groups[last] as DigitGroup;
    digits += group.digits;
    const range = widenToPlus(text, head.start, group.end);
    const kind = judge(text, digits, range);
    if (kind) longest = { range: { kind, ...range }, next: last + 1 };
  }
  return longest;
}

/** Takes in a plus sign or opening bracket that belongs to a telephone number. */
function widenToPlus(text: string, start: number, end: number): { start: number; end: number } {
  const sign = /[+(]+\s?$/u.exec(text.slice(Math.max(0, start - 3), start));
  return { start: sign?.[0].includes('+') ? start - sign[0].length : start, end };
}

function judge(text: string, digits: string, range: { start: number; end: number }): PersonalDataKind | undefined {
  const kind = kindOfDigits(digits, text.slice(range.start, range.end));
  if (!kind || isInsideCode(text, range.start, range.end)) return undefined;
  const context = numberContext(text, range.start, range.end);
  return isBelieved(kind, context) ? kind : undefined;
}

function kindOfDigits(digits: string, written: string): PersonalDataKind | undefined {
  if (isResidentId(digits)) return 'resident-id';
  if (/^\d{15}$/.test(digits) && isBirthday(`19${digits.slice(6, 12)}`) && !isBankCard(digits)) return 'old-resident-id';
  if (/^\d{14,19}$/.test(digits) && isBankCard(digits)) return 'bank-card';
  return kindOfPhone(digits, written);
}

function kindOfPhone(digits: string, written: string): PersonalDataKind | undefined {
  if (/^(?:(?:00)?86)?1[3-9]\d{9}$/.test(digits)) return 'mobile';
  if (/^\+[1-9][\d\s().-]{7,20}$/u.test(written) && /^\d{8,15}$/.test(digits)) return 'phone';
  if (/^(?:\+?86[-\s]?)?\(?0(?:10|2\d|[3-9]\d{2})\)?[-\s]?[2-8]\d{6,7}$/u.test(written)) return 'phone';
  if (/^(?:1[-.\s])?\(?[2-9]\d{2}\)?[-.\s]\s?[2-9]\d{2}[-.\s]\d{4}$/u.test(written)) return 'phone';
  if (/^0[1-37]\d{2,3}[\s-]?\d{3}[\s-]?\d{3,4}$/u.test(written) && /^0\d{10}$/.test(digits)) return 'phone';
  return /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/.test(written) ? 'ssn' : undefined;
}

/** Digits alone do not decide: the words beside them may say that they are an order number. */
function isBelieved(kind: PersonalDataKind, context: NumberContext): boolean {
  switch (kind) {
    case 'resident-id':
      return true;
    case 'old-resident-id':
      return context === 'identity';
    default:
      return context !== 'order';
  }
}
