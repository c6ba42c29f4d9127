import { splitBySpans, type TextSpan } from '../lib/text-spans.ts';

const MARKS = {
  /** Words that raised a flag. */
  evidence: 'rounded-t-mark border-b-2 border-risk bg-mark-evidence px-px',
  /** Words a search found. */
  hit: 'rounded-mark bg-mark-search px-px text-ink-2',
  /** Words the phrase guard objects to. */
  guard: 'rounded-mark bg-waiting-soft underline decoration-waiting decoration-wavy decoration-[1.5px] underline-offset-4',
  /** Words that no longer fit what happened since. */
  clash: 'rounded-mark bg-mark-evidence px-px line-through decoration-risk',
} as const;

export type MarkKind = keyof typeof MARKS;

/** A text with words marked where they stand. */
export function MarkedText({ text, spans }: { text: string; spans: readonly TextSpan<MarkKind>[] }) {
  const pieces = splitBySpans(text, spans);
  return pieces.map(({ from, text: words, kind }) => (kind === null ? words : <mark key={from} className={MARKS[kind]}>{words}</mark>));
}
