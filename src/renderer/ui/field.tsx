import { CircleAlert } from 'lucide-react';
import { createContext, useContext, useId, useMemo, type ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { cn } from '../lib/cn.ts';

interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

const FieldContext = createContext<FieldControl | null>(null);

/** What a control inside a `Field` puts on its element: the id its label points at, its hint, its error. Nothing outside a field. */
export function useFieldControl(): Partial<FieldControl> {
  return useContext(FieldContext) ?? {};
}

interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** A control with its label above and, below, a hint or in its place the error. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const isInvalid = error !== undefined;
  const hasNote = isInvalid || hint !== undefined;
  const control = useMemo<FieldControl>(
    () => ({ id, 'aria-describedby': hasNote ? noteId : undefined, 'aria-invalid': isInvalid || undefined }),
    [id, noteId, hasNote, isInvalid],
  );
  return (
    <div className={cn('grid content-start gap-1', className)}>
      <label htmlFor={id} className="text-12 text-ink-muted">{label}</label>
      <FieldContext value={control}>{children}</FieldContext>
      {hasNote && <FieldNote id={noteId} hint={hint} error={error} />}
    </div>
  );
}

function FieldNote({ id, hint, error }: { id: string; hint: ReactNode; error: string | undefined }) {
  if (error === undefined) return <span id={id} className="text-12 text-ink-muted">{hint}</span>;
  return (
    <span id={id} role="alert" className="flex items-center gap-1 text-12 text-risk">
      <Icon of={CircleAlert} size="xs" />
      {error}
    </span>
  );
}
