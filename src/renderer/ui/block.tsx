import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

interface BlockProps {
  title: ReactNode;
  /** Second voice beside the title. */
  sub?: ReactNode;
  end?: ReactNode;
  /** The section's name for screen readers, where the title is more than words. */
  label?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** One section of a side pane: a head line and what is under it, a hairline from the next. */
export function Block({ title, sub, end, label, className, children }: BlockProps) {
  return (
    <section aria-label={label} className={cn('px-3 pt-2.25 pb-2.5 not-first:border-t not-first:border-line', className)}>
      <div className="mb-1.25 flex min-h-5 items-center gap-1.5 whitespace-nowrap">
        <h2 className="flex min-w-0 items-center gap-1.5 font-strong">{title}</h2>
        {sub !== undefined && <span className="text-12 text-ink-muted">{sub}</span>}
        {end !== undefined && <span className="ms-auto text-12 text-ink-muted">{end}</span>}
      </div>
      {children}
    </section>
  );
}
