import { Switch as Primitive } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

interface SwitchProps {
  isOn: boolean;
  onToggle: (isOn: boolean) => void;
  disabled?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** Something that is on or off at once, without a save. */
export function Switch({ isOn, onToggle, disabled = false, className, children }: SwitchProps) {
  const id = useId();
  return (
    <span className={cn('inline-flex items-center gap-2', className)}>
      <Primitive.Root
        id={id}
        checked={isOn}
        onCheckedChange={onToggle}
        disabled={disabled}
        className="h-4 w-7 shrink-0 rounded-full border border-line-control bg-surface px-0.5 disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Primitive.Thumb className="block size-2.5 rounded-full bg-ink-muted data-[state=checked]:translate-x-3 data-[state=checked]:bg-on-accent" />
      </Primitive.Root>
      <label htmlFor={id}>{children}</label>
    </span>
  );
}
