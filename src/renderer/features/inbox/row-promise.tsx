import { useText } from '../../i18n/use-text.ts';
import type { InboxRow } from '../../../shared/contracts/inbox.ts';
import { useAtTick } from '../../bridge/desk-context.tsx';
import { SlaRing } from '../../ui/sla-ring.tsx';

/** The ring moves in this many steps, so that a row is not drawn anew every second. */
const STEPS = 24;

/** The promise of a row; dotted when none runs. */
export function RowPromise({ sla }: { sla: InboxRow['sla'] }) {
  const t = useText('inbox');
  const left = useAtTick((now) => (sla === null ? 0 : Math.ceil(((sla.dueAt - now) / (sla.dueAt - sla.startedAt)) * STEPS) / STEPS));
  if (sla === null) return <SlaRing state={{ kind: 'paused' }} label={t('sla.none')} />;
  if (sla.breached || left <= 0) return <SlaRing state={{ kind: 'breached' }} label={t('sla.breached')} />;
  return <SlaRing state={{ kind: 'running', left }} label={t('sla.left', { percent: `${Math.round(left * 100)}%` })} />;
}
