import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

interface PaneProps {
  as?: 'section' | 'aside' | 'main' | undefined;
  label: string;
  /** List and context stand back; where one reads and writes is plain. */
  tone?: 'side' | 'plain' | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** A column of the desk, a hairline from the one before it. `F6` goes from pane to pane. */
export function Pane({ as: Element = 'section', label, tone = 'plain', className, children }: PaneProps) {
  return (
    <Element
      aria-label={label}
      className={cn('flex min-h-0 min-w-0 flex-col not-first:border-s not-first:border-line', tone === 'side' ? 'bg-surface-side' : 'bg-surface', className)}
    >
      {children}
    </Element>
  );
}

/** The head of a pane, 52 high. */
export function PaneHead({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <header className={cn('flex h-13 flex-none items-center gap-2 border-b border-line px-3', className)}>{children}</header>;
}

/** What scrolls under it. */
export function PaneScroll({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <div className={cn('min-h-0 flex-1 overflow-auto scroll-thin', className)}>{children}</div>;
}
