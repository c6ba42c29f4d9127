import { AlarmClock } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import type { InboxRow } from '../../../shared/contracts/inbox.ts';
import { useAtTick } from '../../bridge/desk-context.tsx';
import { usePeople } from '../../bridge/people.ts';
import { useLocalized } from '../../i18n/use-language.ts';
import { useMoments } from '../../i18n/use-moments.ts';
import type { SectionId } from '../../stores/screen-store.ts';
import { Icon } from '../../ui/icon.tsx';
import { AgeClock, RowClock } from './row-clock.tsx';

/** A bot's customer who is this unhappy, or flagged, may soon need a person. */
const UNHAPPY = -0.5;

/** The one right-hand fact of a line row: a wait, a return, an owner, a warning, or the age of the last words. */
export function RowEnd({ row, section }: { row: InboxRow; section: SectionId }) {
  const t = useText('inbox');
  if (section === 'snoozed' && row.snoozedUntil !== null) return <ReturnTime at={row.snoozedUntil} />;
  if (section === 'others' && row.holder.kind === 'agent') return <OwnerName id={row.holder.agentId} />;
  if (section === 'bot' && (row.flags.length > 0 || row.mood.level <= UNHAPPY)) return t('mayHandOff');
  if (section === 'queue') return <RowClock row={row} />;
  return row.last === null ? null : <AgeClock at={row.last.at} />;
}

function ReturnTime({ at }: { at: number }) {
  const moments = useMoments();
  const text = useAtTick((now) => moments.short(at, now));
  return (
    <span className="flex items-center gap-1" title={moments.exact(at)}>
      <Icon of={AlarmClock} size="xs" />
      {text}
    </span>
  );
}

function OwnerName({ id }: { id: string }) {
  const t = useText('common');
  const localized = useLocalized();
  const name = usePeople().staffName(id);
  return name === null ? t('somebody') : localized(name);
}
