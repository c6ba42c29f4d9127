import { RadioGroup as Primitive } from 'radix-ui';
import { useId } from 'react';
import { cn } from '../lib/cn.ts';

export interface RadioOption {
  readonly value: string;
  readonly label: string;
  readonly isOff?: boolean | undefined;
}

interface RadioGroupProps {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  options: readonly RadioOption[];
  className?: string | undefined;
}

/** One of a few, all in sight. */
export function RadioGroup({ label, value, onValueChange, options, className }: RadioGroupProps) {
  return (
    <Primitive.Root aria-label={label} value={value} onValueChange={onValueChange} className={cn('flex flex-wrap gap-5', className)}>
      {options.map((option) => <Radio key={option.value} {...option} />)}
    </Primitive.Root>
  );
}

function Radio({ value, label, isOff = false }: RadioOption) {
  const id = useId();
  return (
    <span className="inline-flex items-center gap-2">
      <Primitive.Item
        id={id}
        value={value}
        disabled={isOff}
        className="size-4 shrink-0 rounded-full border border-line-control bg-surface disabled:border-line-strong disabled:bg-surface-sunken data-[state=checked]:border-4 data-[state=checked]:border-accent"
      />
      <label htmlFor={id}>{label}</label>
    </span>
  );
}
