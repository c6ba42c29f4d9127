import { Check } from 'lucide-react';
import { Checkbox as Primitive } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { Icon } from './icon.tsx';

interface CheckboxProps {
  isChecked: boolean;
  onCheckedChange: (isChecked: boolean) => void;
  disabled?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

export function Checkbox({ isChecked, onCheckedChange, disabled = false, className, children }: CheckboxProps) {
  const id = useId();
  return (
    <span className={cn('inline-flex items-center gap-2', className)}>
      <Primitive.Root
        id={id}
        checked={isChecked}
        disabled={disabled}
        onCheckedChange={(checked) => onCheckedChange(checked === true)}
        className="grid size-4 shrink-0 place-items-center rounded-tag border border-line-control bg-surface disabled:border-line-strong disabled:bg-surface-sunken data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:text-on-accent"
      >
        <Primitive.Indicator><Icon of={Check} size="xs" /></Primitive.Indicator>
      </Primitive.Root>
      <label htmlFor={id} className="grid min-w-0">{children}</label>
    </span>
  );
}
