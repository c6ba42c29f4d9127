import { RadioGroup as Primitive } from 'radix-ui';
import { cn } from '../lib/cn.ts';

export interface Segment {
  readonly value: string;
  readonly label: string;
}

interface SegmentedProps {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  segments: readonly Segment[];
  className?: string | undefined;
}

/** One of two to four short words, as for a period or a view. */
export function Segmented({ label, value, onValueChange, segments, className }: SegmentedProps) {
  return (
    <Primitive.Root
      aria-label={label}
      value={value}
      onValueChange={onValueChange}
      orientation="horizontal"
      className={cn('inline-flex shrink-0 rounded-control border border-line-strong bg-surface', className)}
    >
      {segments.map((segment) => (
        <Primitive.Item
          key={segment.value}
          value={segment.value}
          className="inline-flex h-6.5 items-center border-s border-line px-2.5 whitespace-nowrap text-ink-muted first:rounded-s-[4px] first:border-s-0 last:rounded-e-[4px] data-[state=checked]:bg-accent-soft data-[state=checked]:font-mid data-[state=checked]:text-accent"
        >
          {segment.label}
        </Primitive.Item>
      ))}
    </Primitive.Root>
  );
}
