import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

export interface TermRow {
  readonly term: string;
  readonly content: ReactNode;
}

interface TermListProps {
  rows: readonly TermRow[];
  /** The terms' column in pixels; wide enough for the longer language. */
  termWidth?: number | undefined;
  className?: string | undefined;
}

/** Terms and what stands for them, in two columns. */
export function TermList({ rows, termWidth = 64, className }: TermListProps) {
  return (
    <dl className={cn('grid gap-x-2.5', className)} style={{ gridTemplateColumns: `${termWidth}px minmax(0, 1fr)` }}>
      {rows.map(({ term, content }) => [
        <dt key={`${term} term`} className="whitespace-nowrap text-ink-muted">{term}</dt>,
        <dd key={term} className="min-w-0">{content}</dd>,
      ])}
    </dl>
  );
}
