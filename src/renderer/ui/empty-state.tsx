import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What there is none of. */
  title: string;
  /** Why, or what else there is. */
  children?: ReactNode;
  /** What can be done next. */
  actions?: ReactNode;
}

/** Nothing here, said in words, with the next step. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="m-auto grid max-w-80 justify-items-center px-6 text-center">
      <p className="font-mid">{title}</p>
      {children !== undefined && <p className="text-ink-muted">{children}</p>}
      {actions !== undefined && <div className="mt-2 flex items-center gap-2 text-12 text-ink-muted">{actions}</div>}
    </div>
  );
}
