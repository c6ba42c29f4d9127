import type { ComponentProps, ReactNode } from 'react';
import { useFieldControl } from './field.tsx';
import { InputShell, type InputSize } from './input-shell.tsx';

export interface InputProps extends Omit<ComponentProps<'input'>, 'size'> {
  size?: InputSize | undefined;
  start?: ReactNode;
  end?: ReactNode;
}

/** A line of text. Inside a `Field` it is labelled by it; alone it needs `aria-label`. */
export function Input({ size, start, end, className, ...rest }: InputProps) {
  return (
    <InputShell size={size} start={start} end={end} className={className}>
      <input {...useFieldControl()} {...rest} />
    </InputShell>
  );
}
