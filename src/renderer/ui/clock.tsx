import type { ReactNode } from 'react';
import type { WaitLevel } from '../lib/duration.ts';
import { cn } from '../lib/cn.ts';

const MEASURED = {
  neutral: 'text-ink-muted',
  amber: 'min-w-10.5 justify-center bg-waiting-soft px-1.25 text-waiting shadow-[inset_0_0_0_1px_var(--waiting-line)]',
  red: 'min-w-10.5 justify-center bg-risk-solid px-1.25 font-strong text-on-risk',
} as const;

// With no line to the server a clock is a guess: outlined, never filled.
const ESTIMATED = {
  neutral: 'text-ink-muted',
  amber: 'px-1.25 text-waiting shadow-[inset_0_0_0_1px_var(--waiting-line)]',
  red: 'px-1.25 font-strong text-risk shadow-[inset_0_0_0_1px_var(--risk-line)]',
} as const;

interface ClockProps {
  level?: WaitLevel | undefined;
  isEstimated?: boolean | undefined;
  /** The whole of it in words, where the figures alone would not tell. */
  label?: string | undefined;
  children: ReactNode;
}

/** A clock's face: plain, amber pill, solid red, or the estimate's outline. Also carries the age of our last reply, plain. */
export function Clock({ level = 'neutral', isEstimated = false, label, children }: ClockProps) {
  return (
    <span
      className={cn(
        'inline-flex h-4.5 shrink-0 items-center justify-end gap-0.75 rounded-tag text-12 leading-4.5 font-mid whitespace-nowrap tabular-nums',
        (isEstimated ? ESTIMATED : MEASURED)[level],
      )}
    >
      <span aria-hidden={label !== undefined}>
        {isEstimated && '≈ '}
        {children}
      </span>
      {label !== undefined && <span className="sr-only">{label}</span>}
    </span>
  );
}
