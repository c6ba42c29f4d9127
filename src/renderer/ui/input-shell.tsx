import { cva, type VariantProps } from 'class-variance-authority';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

// The frame follows the control inside it, so error, focus and off are said once, on the control.
const shell = cva(
  [
    'flex w-full min-w-0 items-center gap-1.5 rounded-control border border-line-control bg-surface px-2 hover:border-ink-muted',
    'focus-within:border-focus focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus',
    'has-[[aria-invalid=true]]:border-risk',
    'has-[:disabled]:border-line-strong has-[:disabled]:bg-surface-sunken has-[:disabled]:text-ink-muted',
    '[&_input]:w-full [&_input]:min-w-0 [&_input]:bg-transparent [&_input]:outline-none',
  ],
  { variants: { size: { normal: 'h-7', large: 'h-8' } }, defaultVariants: { size: 'normal' } },
);

export type InputSize = VariantProps<typeof shell>['size'];

interface InputShellProps {
  size?: InputSize | undefined;
  start?: ReactNode;
  end?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}

/** The frame around an input: room for a sign before it and a key or icon after it. */
export function InputShell({ size, start, end, className, children }: InputShellProps) {
  return (
    <div className={cn(shell({ size }), className)}>
      {start}
      {children}
      {end}
    </div>
  );
}
