import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

interface KeyCapProps {
  children: ReactNode;
  className?: string | undefined;
}

/** The key or chord that does the same, printed on the thing it works. Takes the text of `chordCaps`. */
export function KeyCap({ children, className }: KeyCapProps) {
  return (
    <kbd
      className={cn(
        'inline-flex h-4.5 min-w-4.5 shrink-0 items-center justify-center rounded-tag border border-line-strong bg-surface px-1',
        'text-12 leading-none font-mid whitespace-nowrap text-ink-muted',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
