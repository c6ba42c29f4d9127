import { cn } from '../lib/cn.ts';

const TONES = {
  accent: 'bg-accent text-on-accent',
  soft: 'bg-line text-ink-2',
  risk: 'bg-risk-solid text-on-risk',
} as const;

interface CountBadgeProps {
  count: number;
  /** `accent` = unread, `soft` = a mere count, `risk` = waits for a person. */
  tone?: keyof typeof TONES | undefined;
  /** The count in words; without it the figure is decoration beside words that say it. */
  label?: string | undefined;
  className?: string | undefined;
}

const MOST = 99;

export function CountBadge({ count, tone = 'accent', label, className }: CountBadgeProps) {
  return (
    <span className={cn('inline-grid h-4 min-w-4 shrink-0 place-items-center rounded-full px-1 text-12 font-strong', TONES[tone], className)}>
      <span aria-hidden>{count > MOST ? `${MOST}+` : count}</span>
      {label !== undefined && <span className="sr-only">{label}</span>}
    </span>
  );
}
