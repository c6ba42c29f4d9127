import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

// `none` is for a figure that isn't there: words, in a quieter voice.
const TONES = { plain: '', waiting: 'text-waiting', risk: 'text-risk', none: 'font-text text-ink-muted' } as const;

interface FigureTileProps {
  term: string;
  /** The figure; "no sample" in words, never a zero that isn't one. */
  figure: string;
  tone?: keyof typeof TONES | undefined;
  /** Limit, goal or sample. */
  note?: string | undefined;
  children?: ReactNode;
}

/** One number a lead reads from across the room; stands inside a `dl`. */
export function FigureTile({ term, figure, tone = 'plain', note, children }: FigureTileProps) {
  return (
    <div className="grid content-start gap-0.5 ps-4 pe-3 pt-2.5 pb-2 not-first:border-s not-first:border-line">
      <dt className="text-12 text-ink-muted">{term}</dt>
      <dd className="flex items-baseline gap-1.75 overflow-hidden whitespace-nowrap">
        <span className={cn('text-20 font-strong tracking-[-.01em]', TONES[tone])}>{figure}</span>
        {note !== undefined && <span title={note} className="cut text-12 text-ink-muted">{note}</span>}
      </dd>
      {children !== undefined && <dd>{children}</dd>}
    </div>
  );
}
