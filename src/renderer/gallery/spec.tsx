import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

/** One section of the sheet: a head of two voices and what it shows. */
export function Spec({ head, children }: { head: readonly [string, string]; children: ReactNode }) {
  return (
    <section className="break-inside-avoid border-b border-line pt-4 pb-5">
      <h2 className="mb-3 flex items-baseline gap-2.5 font-strong">
        {head[0]}
        <span className="text-12 font-text text-ink-muted">{head[1]}</span>
      </h2>
      {children}
    </section>
  );
}

/** A grid of cases, four or seven across. */
export function Cases({ across = 4, children }: { across?: 4 | 7; children: ReactNode }) {
  return <div className={cn('grid gap-x-2 gap-y-3', across === 7 ? 'grid-cols-7' : 'grid-cols-4')}>{children}</div>;
}

/** One state with its caption. */
export function Case({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <div className="grid content-start justify-items-start gap-1.25">
      <span className="text-12 text-ink-muted">{caption}</span>
      {children}
    </div>
  );
}
