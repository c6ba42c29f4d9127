import { cn } from '../lib/cn.ts';

/** Round is good, sharp is bad, filled is strong: the shape reads without its colour. */
export type MoodKind = 'angry' | 'uneasy' | 'neutral' | 'content' | 'glad';

export const MOOD_INK = {
  angry: 'text-mood-angry',
  uneasy: 'text-mood-uneasy',
  neutral: 'text-mood-neutral',
  content: 'text-mood-content',
  glad: 'text-mood-glad',
} as const satisfies Record<MoodKind, string>;

const SHAPES = {
  angry: <path d="M6 11 1 2h10z" fill="currentColor" />,
  uneasy: <path d="M6 9.8 1.9 2.6h8.2z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />,
  neutral: <path d="M2 6h8" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  content: <circle cx="6" cy="6" r="3.8" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  glad: <circle cx="6" cy="6" r="4.6" fill="currentColor" />,
} as const;

/** The customer's mood now, in 12 pixels. */
export function Mood({ kind, label }: { kind: MoodKind; label: string }) {
  return (
    <svg viewBox="0 0 12 12" role="img" aria-label={label} className={cn('size-3 shrink-0', MOOD_INK[kind])}>
      {SHAPES[kind]}
    </svg>
  );
}
