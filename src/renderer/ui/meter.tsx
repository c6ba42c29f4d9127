import { cn } from '../lib/cn.ts';

interface MeterProps {
  /** 0 to 1. */
  value: number;
  tone?: 'ink' | 'accent' | undefined;
  /** What is measured, with its number; without it the meter is decoration beside the number. */
  label?: string | undefined;
  className?: string | undefined;
}

/** A share as a bar, four pixels high. */
export function Meter({ value, tone = 'ink', label, className }: MeterProps) {
  const share = Math.min(1, Math.max(0, value));
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'meter', 'aria-label': label, 'aria-valuenow': share, 'aria-valuemin': 0, 'aria-valuemax': 1 };
  return (
    <span {...spoken} className={cn('inline-block h-1 w-12 shrink-0 overflow-hidden rounded-mark bg-line align-[2px]', className)}>
      <span className={cn('block h-full', tone === 'accent' ? 'bg-accent' : 'bg-ink-muted')} style={{ width: `${share * 100}%` }} />
    </span>
  );
}
