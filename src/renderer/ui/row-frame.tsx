import type { ComponentProps } from 'react';
import { cn } from '../lib/cn.ts';

export interface RowFrameProps extends ComponentProps<'button'> {
  /** The whole row in order of urgency, as it is spoken; what is drawn is not read out a second time. */
  label: string;
  isSelected?: boolean | undefined;
  isLate?: boolean | undefined;
}

/** The ground and columns all rows of a list share: a two-pixel edge, the mood, the words, the right-hand facts. */
export function RowFrame({ label, isSelected = false, isLate = false, className, children, ...rest }: RowFrameProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-current={isSelected}
      className={cn(
        'relative grid w-full grid-cols-[12px_minmax(0,1fr)_auto] items-center gap-x-2 border-s-2 border-transparent ps-2.5 pe-3 text-start',
        'focus-visible:-outline-offset-2',
        isSelected ? 'border-accent bg-accent-soft' : 'hover:bg-surface-hover',
        // A late row keeps its selection: the eye must not lose where the hand is.
        isLate && !isSelected && 'border-risk-solid bg-risk-soft/55',
        className,
      )}
    >
      <span className="sr-only">{label}</span>
      <span aria-hidden className="contents">{children}</span>
    </button>
  );
}
