import type { InboxRow } from '../../../shared/contracts/inbox.ts';
import { useAtTick } from '../../bridge/desk-context.tsx';
import type { Viewer } from '../../bridge/inbox-facts.ts';
import { useViewer } from '../../bridge/use-viewer.ts';
import { useInbox } from '../../bridge/workspace-context.tsx';

/** How many conversations of the list have this to do with the person; counted again as time passes. */
export function useCount(counts: (row: InboxRow, viewer: Viewer) => boolean): number {
  const viewer = useViewer();
  const rows = useInbox((inbox) => inbox.rows);
  return useAtTick((now) => {
    let count = 0;
    for (const row of rows.values()) if (counts(row, { ...viewer, now })) count += 1;
    return count;
  });
}
