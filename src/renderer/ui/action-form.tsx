import type { FormEvent, ReactNode } from 'react';

interface ActionFormProps {
  /** The action's name. */
  label: string;
  onSubmit: () => void;
  children: ReactNode;
}

/** A form that opens in place, hung on the accent rule: fields, a `SumList`, and one filled button that repeats the amount. */
export function ActionForm({ label, onSubmit, children }: ActionFormProps) {
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form aria-label={label} noValidate onSubmit={handleSubmit} className="mt-2.5 grid gap-2 border-s-2 border-accent ps-2.5">
      {children}
    </form>
  );
}
