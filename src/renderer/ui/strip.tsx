import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { Icon, type IconShape } from './icon.tsx';

const TONES = {
  risk: 'border-risk-line bg-risk-soft text-risk',
  waiting: 'border-waiting-line bg-waiting-soft text-waiting',
  plain: 'border-line bg-surface-sunken text-ink-2',
} as const;

interface StripProps {
  tone: keyof typeof TONES;
  icon: IconShape;
  /** What is true now. Cut last, never its figures. */
  children: ReactNode;
  end?: ReactNode;
  className?: string | undefined;
}

/** One line across a pane that says what is the matter, 36 high; one at a time. */
export function Strip({ tone, icon, children, end, className }: StripProps) {
  return (
    <div role="status" className={cn('flex min-h-9 flex-none items-center gap-2 border-b px-3 text-12 font-mid', TONES[tone], className)}>
      <Icon of={icon} size="s" />
      <span className="min-w-0">{children}</span>
      {end !== undefined && <span className="ms-auto flex shrink-0 items-center gap-2">{end}</span>}
    </div>
  );
}
