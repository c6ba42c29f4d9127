import type { ReactNode } from 'react';

/** What happened to the conversation itself: assigned, transferred, resolved. */
export function SystemLine({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center justify-center gap-x-1.5 text-center text-12 text-ink-muted">{children}</div>;
}
