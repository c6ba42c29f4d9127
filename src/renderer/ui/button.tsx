import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps, MouseEvent } from 'react';
import { cn } from '../lib/cn.ts';

const OFF = 'aria-disabled:bg-transparent aria-disabled:border-line aria-disabled:text-ink-faint disabled:bg-transparent disabled:border-line disabled:text-ink-faint';
const FILLED_OFF = 'aria-disabled:bg-line aria-disabled:border-line aria-disabled:text-ink-muted disabled:bg-line disabled:border-line disabled:text-ink-muted';
const CAP = '[&_kbd]:ms-0.5';
const OPEN = 'aria-expanded:bg-accent-soft aria-expanded:border-accent-line aria-expanded:text-accent aria-pressed:bg-accent-soft aria-pressed:border-accent-line aria-pressed:text-accent';
const CAP_ON_FILL = '[&_kbd]:border-current/40 [&_kbd]:bg-transparent [&_kbd]:text-inherit';

const face = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control border font-mid whitespace-nowrap transition-colors duration-(--t-fast)',
  {
    variants: {
      tone: {
        outline: ['border-line-strong bg-surface text-ink hover:bg-surface-hover active:bg-line', CAP, OPEN, OFF],
        primary: ['border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover', CAP, CAP_ON_FILL, FILLED_OFF],
        danger: ['border-risk-solid bg-risk-solid text-on-risk', CAP, CAP_ON_FILL, FILLED_OFF],
        quiet: ['border-transparent bg-transparent text-ink-2 hover:bg-surface-hover hover:text-ink', CAP, OPEN, OFF, 'disabled:border-transparent aria-disabled:border-transparent'],
      },
      size: {
        small: 'h-6 px-1.75 text-12',
        normal: 'h-7 px-2.5 text-13',
        large: 'h-8 px-3.5 text-13',
      },
    },
    defaultVariants: { tone: 'outline', size: 'normal' },
  },
);

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof face> {
  /** Why it can't be done now: the button stays in place, faint, and says so; it can still be reached. */
  offReason?: string | undefined;
}

/** One filled (`primary`) button per task area; the rest are outlined or quiet. `aria-pressed` and `aria-expanded` show as chosen. */
export function Button({ tone, size, offReason, className, title, onClick, type = 'button', ...rest }: ButtonProps) {
  const isOff = offReason !== undefined;
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- the type is handed through, `button` unless said otherwise
      type={type}
      className={cn(face({ tone, size }), className)}
      title={offReason ?? title}
      aria-disabled={isOff ? true : rest['aria-disabled']}
      onClick={isOff ? refuse : onClick}
    />
  );
}

function refuse(event: MouseEvent): void {
  event.preventDefault();
}
