import { Info, OctagonX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { Icon } from './icon.tsx';

const LEVELS = {
  /** Sending is off. */
  stop: { shape: OctagonX, icon: 'text-risk', title: 'font-strong text-risk' },
  /** The person decides. */
  confirm: { shape: TriangleAlert, icon: 'text-waiting', title: 'font-strong text-waiting' },
  hint: { shape: Info, icon: 'text-ink-muted', title: 'font-mid' },
} as const;

interface GuardStripProps {
  level: keyof typeof LEVELS;
  title: string;
  /** Why, and what would be better. */
  children: ReactNode;
  /** Replace, keep. */
  actions?: ReactNode;
  className?: string | undefined;
}

/** What the phrase guard says about the words above it, before they are sent. */
export function GuardStrip({ level, title, children, actions, className }: GuardStripProps) {
  const { shape, icon, title: ink } = LEVELS[level];
  return (
    <div role="status" className={cn('flex min-h-8 items-center gap-2 border-t border-line py-1 text-12 text-ink-2', className)}>
      <Icon of={shape} size="s" className={icon} />
      <b className={cn('whitespace-nowrap', ink)}>{title}</b>
      <span className="min-w-0">{children}</span>
      {actions !== undefined && <span className="ms-auto flex shrink-0 items-center gap-1.5">{actions}</span>}
    </div>
  );
}
