import type { ComponentProps } from 'react';
import { cn } from '../lib/cn.ts';
import { useFieldControl } from './field.tsx';

/** Several lines of text in a form; grows with them. The composer has its own. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...useFieldControl()}
      {...rest}
      rows={rows}
      className={cn(
        'field-sizing-content w-full resize-none rounded-control border border-line-control bg-surface px-2 py-1.5 text-13 hover:border-ink-muted',
        'focus:border-focus focus:outline-2 focus:-outline-offset-1 focus:outline-focus aria-invalid:border-risk',
        'disabled:border-line-strong disabled:bg-surface-sunken disabled:text-ink-muted',
        className,
      )}
    />
  );
}
