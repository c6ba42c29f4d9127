import type { ComponentProps } from 'react';
import { cn } from '../lib/cn.ts';
import { CountBadge } from './count-badge.tsx';
import { Icon, type IconShape } from './icon.tsx';

interface RailItemProps extends Omit<ComponentProps<'a'>, 'children'> {
  icon: IconShape;
  label: string;
  /** How many wait there, and that in words. */
  count?: { readonly value: number; readonly label: string } | undefined;
  isCurrent?: boolean | undefined;
}

/** One module. Takes an anchor's properties, so a router's link properties can be spread on it. */
export function RailItem({ icon, label, count, isCurrent = false, className, ...rest }: RailItemProps) {
  return (
    <a
      {...rest}
      aria-current={isCurrent ? 'page' : undefined}
      className={cn(
        'relative grid justify-items-center gap-0.75 rounded-control pt-1.75 pb-1.5 text-12 whitespace-nowrap',
        isCurrent
          ? 'bg-line font-mid text-ink before:absolute before:inset-y-2.5 before:-start-1 before:w-0.5 before:rounded-full before:bg-accent'
          : 'text-ink-muted hover:bg-surface-hover hover:text-ink',
        className,
      )}
    >
      <Icon of={icon} size="l" />
      {label}
      {count !== undefined && <CountBadge count={count.value} label={count.label} tone="soft" className="absolute end-1.75 top-0.75" />}
    </a>
  );
}
