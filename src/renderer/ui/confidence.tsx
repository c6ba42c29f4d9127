import { cn } from '../lib/cn.ts';
import { Meter } from './meter.tsx';

interface ConfidenceProps {
  /** 0 to 1. */
  value: number;
  /** What the figure means, for its title. */
  title: string;
  /** Narrow windows keep the figure and drop the bar. */
  className?: string | undefined;
}

/** How sure a suggestion or an intent is: a bar and two decimals. */
export function Confidence({ value, title, className }: ConfidenceProps) {
  return (
    <span title={title} className={cn('inline-flex flex-none items-center gap-1.25 font-text whitespace-nowrap text-ink-muted', className)}>
      <Meter value={value} className="w-7 align-baseline max-xl:hidden" />
      {value.toFixed(2)}
    </span>
  );
}
