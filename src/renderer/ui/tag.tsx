import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { Icon, type IconShape } from './icon.tsx';

const TONES = {
  outline: 'border-line-strong text-ink-2',
  risk: 'border-risk-line bg-risk-soft text-risk',
  waiting: 'border-waiting-line bg-waiting-soft text-waiting',
  accent: 'border-accent-line bg-accent-soft text-accent',
  plain: 'border-transparent px-0 text-ink-muted',
} as const;

interface TagProps {
  tone?: keyof typeof TONES | undefined;
  icon?: IconShape | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** A state or a mark in one or two words. Red and amber only for risk and time. */
export function Tag({ tone = 'outline', icon, className, children }: TagProps) {
  return (
    <span className={cn('inline-flex h-5 shrink-0 items-center gap-1 rounded-tag border px-1.5 text-12 font-text whitespace-nowrap', TONES[tone], className)}>
      {icon !== undefined && <Icon of={icon} size="xs" />}
      {children}
    </span>
  );
}
