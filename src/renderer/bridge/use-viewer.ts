import { useMemo } from 'react';
import { useApp } from './desk-context.tsx';
import type { Viewer } from './inbox-facts.ts';

/** Who looks at the list; nobody signed in sees what an agent with nothing sees. */
export function useViewer(): Omit<Viewer, 'now'> {
  const me = useApp((state) => state.account?.id ?? '');
  const role = useApp((state) => state.account?.role ?? 'agent');
  return useMemo(() => ({ me, role }), [me, role]);
}
