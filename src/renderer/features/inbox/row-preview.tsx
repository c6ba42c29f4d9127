import { CircleAlert, Hourglass } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import type { InboxRow } from '../../../shared/contracts/inbox.ts';
import { asksApprovalOf } from '../../../shared/domain/asks-approval.ts';
import { useViewer } from '../../bridge/use-viewer.ts';
import { useOutbox } from '../../bridge/workspace-context.tsx';
import { Icon } from '../../ui/icon.tsx';

/** What a row says in its second line: what isn't sent, what is being written, what is under way, and else the last words. */
export function RowPreview({ row, draft }: { row: InboxRow; draft: string }) {
  const t = useText('inbox');
  const { me, role } = useViewer();
  const unsent = useOutbox((entries) => entries.filter((entry) => entry.conversationId === row.conversationId && entry.state.kind === 'refused').length);
  if (unsent > 0) return <Marked icon={CircleAlert} className="text-risk" text={t('unsent', { count: unsent })} />;
  if (draft !== '') return <><span className="text-accent">{t('draft')}</span> {draft}</>;
  const isAsked = asksApprovalOf(row, { id: me, role });
  if (isAsked) return <Marked icon={Hourglass} className="text-waiting" text={t('approval')} />;
  if (row.openActions > 0) return <Marked icon={Hourglass} text={t('actions', { count: row.openActions })} />;
  if (row.last === null) return t('silence');
  return row.last.text === null || row.last.text === '' ? t('file') : row.last.text;
}

function Marked({ icon, text, className }: { icon: typeof Hourglass; text: string; className?: string }) {
  return (
    <span className={className}>
      <Icon of={icon} size="xs" className="me-1 inline align-[-2px]" />
      {text}
    </span>
  );
}
