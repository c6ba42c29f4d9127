import { useText } from '../../i18n/use-text.ts';
import type { InboxRow } from '../../../shared/contracts/inbox.ts';
import { asksApprovalOf } from '../../../shared/domain/asks-approval.ts';
import { useAtTick } from '../../bridge/desk-context.tsx';
import { moodKindOf } from '../../bridge/mood-kind.ts';
import { useViewer } from '../../bridge/use-viewer.ts';
import { isLate } from '../../bridge/wait-thresholds.ts';
import { useCodeText } from '../../i18n/use-code-text.ts';

const MINUTE = 60_000;

/** -1, 0 or 1: where the mood went with the last turn. */
function directionOf(trend: readonly number[]): number {
  const [before, last] = trend.slice(-2);
  return before === undefined || last === undefined ? 0 : Math.sign(Math.round((last - before) * 20));
}

/** Minutes the customer has waited, and whether that is too long; steps by the minute so that the row stays still. */
function useWait(row: InboxRow): { minutes: number | null; isRowLate: boolean } {
  const { waitingSince: since } = row;
  const minutes = useAtTick((now) => (since === null ? null : Math.floor((now - since) / MINUTE)));
  const isRowLate = useAtTick((now) => isLate(row, now));
  return { minutes, isRowLate };
}

/** The whole row as it is spoken, in order of urgency. */
export function useRowLabel(row: InboxRow, draft: string): string {
  const t = useText('inbox');
  const words = useCodeText();
  const { me, role } = useViewer();
  const { minutes, isRowLate } = useWait(row);
  const mood = words('mood', moodKindOf(row.mood.level));
  const direction = directionOf(row.mood.trend);
  const parts = [
    row.customer.name,
    row.customer.tier === 'member' ? '' : t('spoken.tier', { tier: words('tier', row.customer.tier) }),
    minutes === null ? '' : minutes < 1 ? t('spoken.waitingLess') : t('spoken.waiting', { count: minutes }),
    isRowLate ? t('spoken.overdue') : '',
    direction === 0 ? mood : t(direction > 0 ? 'spoken.rising' : 'spoken.falling', { mood }),
    ...row.flags.map((flag) => words('flag', flag)),
    asksApprovalOf(row, { id: me, role }) ? t('approval') : '',
    row.unread === 0 ? '' : t('spoken.unread', { count: row.unread }),
    draft === '' ? '' : t('spoken.draft', { text: draft }),
    row.last?.text == null ? '' : t('spoken.says', { text: row.last.text }),
  ];
  return parts.filter((part) => part !== '').join(t('common:list'));
}
