import type { InboxRow } from '../../../shared/contracts/inbox.ts';
import { useApp, useAtTick } from '../../bridge/desk-context.tsx';
import type { Viewer } from '../../bridge/inbox-facts.ts';
import { useInbox } from '../../bridge/workspace-context.tsx';

/** How many conversations of the list have this to do with the person; counted again as time passes. */
export function useCount(counts: (row: InboxRow, viewer: Viewer) => boolean): number {
  const me = useApp((state) => state.account?.id ?? '');
  const rows = useInbox((inbox) => inbox.rows);
  return useAtTick((now) => {
    let count = 0;
    for (const row of rows.values()) if (counts(row, { me, now })) count += 1;
    return count;
  });
}
