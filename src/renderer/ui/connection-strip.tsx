import { ArrowDownToLine, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { Meter } from './meter.tsx';
import { Strip } from './strip.tsx';

interface ConnectionStripProps {
  state: 'offline' | 'catching-up';
  /** What is true and what still works. */
  children: ReactNode;
  /** How much is caught up, 0 to 1, and its words. */
  progress?: { readonly value: number; readonly label: string } | undefined;
  /** The next attempt, and "try now". */
  end?: ReactNode;
  className?: string | undefined;
}

/** The line to the server as one sentence: amber while it is cut, plain while it catches up. */
export function ConnectionStrip({ state, children, progress, end, className }: ConnectionStripProps) {
  const isCut = state === 'offline';
  const bar = progress && <Meter value={progress.value} label={progress.label} tone="accent" className="w-30" />;
  return (
    <Strip tone={isCut ? 'waiting' : 'plain'} icon={isCut ? Unplug : ArrowDownToLine} end={bar ?? end} className={className}>
      {children}
    </Strip>
  );
}
