import type { ComponentProps } from 'react';
import { cn } from '../lib/cn.ts';

/** A small act inside a line of text: it looks like a link and is a button. */
export function TextAction({ className, type = 'button', ...rest }: ComponentProps<'button'>) {
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- the type is handed through, `button` unless said otherwise
      type={type}
      className={cn('shrink-0 text-accent underline-offset-3 hover:underline disabled:text-ink-faint', className)}
    />
  );
}
