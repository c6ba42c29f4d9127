import { cn } from '../lib/cn.ts';

interface RowState {
  isSelected: boolean;
  isLate?: boolean;
}

/** The ground and columns all rows of a list share: a two-pixel edge, the mood, the words, the right-hand facts. */
export function rowFace({ isSelected, isLate = false }: RowState): string {
  return cn(
    'relative grid w-full grid-cols-[12px_minmax(0,1fr)_auto] items-center gap-x-2 border-s-2 border-transparent ps-2.5 pe-3 text-start',
    'rounded-none focus-visible:-outline-offset-2',
    isSelected && 'border-accent bg-accent-soft',
    // A late row keeps its selection: the eye must not lose where the hand is.
    isLate && !isSelected && 'border-risk-solid bg-risk-soft/55',
    !isSelected && 'hover:bg-surface-hover',
  );
}
