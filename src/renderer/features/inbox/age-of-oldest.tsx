import { useText } from '../../i18n/use-text.ts';
import { useAtTick } from '../../bridge/desk-context.tsx';
import { useInbox } from '../../bridge/workspace-context.tsx';
import { formatClock } from '../../lib/duration.ts';

/** How long the first in the queue has waited. */
export function AgeOfOldest() {
  const t = useText('inbox');
  const oldest = useInbox((inbox) => {
    let since = Number.POSITIVE_INFINITY;
    for (const row of inbox.rows.values()) if (row.status === 'open' && row.holder.kind === 'queue') since = Math.min(since, row.waitingSince ?? row.holder.since);
    return since;
  });
  const clock = useAtTick((now) => formatClock(now - oldest));
  return Number.isFinite(oldest) ? t('longest', { clock }) : null;
}
