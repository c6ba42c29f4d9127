import { Tabs as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { Icon, type IconShape } from './icon.tsx';

interface TabsProps {
  value: string;
  onValueChange: (value: string) => void;
  className?: string | undefined;
  children: ReactNode;
}

/** Holds a `TabList` and its `TabPanel`s. */
export function Tabs({ value, onValueChange, className, children }: TabsProps) {
  return <Primitive.Root value={value} onValueChange={onValueChange} className={className}>{children}</Primitive.Root>;
}

interface TabListProps {
  label: string;
  className?: string | undefined;
  children: ReactNode;
}

export function TabList({ label, className, children }: TabListProps) {
  return <Primitive.List aria-label={label} className={cn('flex items-stretch gap-4', className)}>{children}</Primitive.List>;
}

interface TabProps {
  value: string;
  icon?: IconShape | undefined;
  disabled?: boolean | undefined;
  children: ReactNode;
}

export function Tab({ value, icon, disabled = false, children }: TabProps) {
  return (
    <Primitive.Trigger
      value={value}
      disabled={disabled}
      className="inline-flex h-8 items-center gap-1.5 font-mid whitespace-nowrap text-ink-muted hover:text-ink focus-visible:outline-offset-3 disabled:text-ink-faint data-[state=active]:text-ink data-[state=active]:shadow-[inset_0_-2px_0_var(--accent)]"
    >
      {icon !== undefined && <Icon of={icon} size="xs" />}
      {children}
    </Primitive.Trigger>
  );
}

interface TabPanelProps {
  value: string;
  className?: string | undefined;
  children: ReactNode;
}

export function TabPanel({ value, className, children }: TabPanelProps) {
  return <Primitive.Content value={value} className={className}>{children}</Primitive.Content>;
}
