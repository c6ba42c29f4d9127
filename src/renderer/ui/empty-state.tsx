import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** `h1` where it stands for the page's subject. */
  as?: 'p' | 'h1' | undefined;
  /** What there is none of. */
  title: string;
  /** Why, or what else there is. */
  children?: ReactNode;
  /** What can be done next. */
  actions?: ReactNode;
}

/** Nothing here, said in words, with the next step. */
export function EmptyState({ as: Title = 'p', title, children, actions }: EmptyStateProps) {
  return (
    <div className="m-auto grid max-w-80 justify-items-center px-6 text-center">
      <Title className="font-mid">{title}</Title>
      {children !== undefined && <p className="text-ink-muted">{children}</p>}
      {actions !== undefined && <div className="mt-2 flex items-center gap-2 text-12 text-ink-muted">{actions}</div>}
    </div>
  );
}
