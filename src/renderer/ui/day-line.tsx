import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

/** A line across the transcript: a new day, or where the new messages begin (`isNew`). */
export function DayLine({ isNew = false, children }: { isNew?: boolean | undefined; children: ReactNode }) {
  const rule = cn('h-px flex-1', isNew ? 'bg-accent-line' : 'bg-line');
  return (
    <div className={cn('flex items-center gap-3 text-12', isNew ? 'font-mid text-accent' : 'text-ink-muted')}>
      <span className={rule} />
      {children}
      <span className={rule} />
    </div>
  );
}
