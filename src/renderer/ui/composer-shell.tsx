import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

interface ComposerShellProps {
  label: string;
  /** The modes, a `TabList` inside `Tabs`. */
  modes: ReactNode;
  /** Where the draft stands. */
  status?: ReactNode;
  /** The text area: a `ComposerText`. */
  children: ReactNode;
  /** The guard strip, while the guard has something to say. */
  guard?: ReactNode;
  /** Attachments, macros, send. */
  tools: ReactNode;
}

const LANE = 'mx-auto w-full max-w-240';

/** The frame one writes in: modes 32, text from 60 high, guard 32, tools 40. */
export function ComposerShell({ label, modes, status, children, guard, tools }: ComposerShellProps) {
  return (
    <section aria-label={label} className="relative flex-none border-t border-line-strong bg-surface">
      <div className="border-b border-line">
        <div className={cn(LANE, 'flex h-8 items-center gap-4 px-4')}>
          {modes}
          <span className="ms-auto flex min-w-0 items-center gap-1.25 text-12 text-ink-muted">{status}</span>
        </div>
      </div>
      {children}
      {guard !== undefined && <div className={cn(LANE, 'px-4')}>{guard}</div>}
      <div className={cn(LANE, 'flex items-center gap-0.5 px-3 pt-1 pb-2')}>{tools}</div>
    </section>
  );
}
