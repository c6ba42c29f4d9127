import { memo } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { InboxRow as Row } from '../../../shared/contracts/inbox.ts';
import { useApp, useAtTick } from '../../bridge/desk-context.tsx';
import { useDraftStart } from '../../bridge/draft-starts.ts';
import { isLate } from '../../bridge/wait-thresholds.ts';
import { useInboxRow } from '../../bridge/workspace-context.tsx';
import type { SectionId } from '../../stores/screen-store.ts';
import { useScreen, useStores } from '../../stores/stores-context.tsx';
import { ConversationRow } from '../../ui/conversation-row.tsx';
import { CountBadge } from '../../ui/count-badge.tsx';
import { LineRow } from '../../ui/line-row.tsx';
import { Trend } from '../../ui/trend.tsx';
import { RowAside } from './row-aside.tsx';
import { RowClock } from './row-clock.tsx';
import { RowEnd } from './row-end.tsx';
import { RowPreview } from './row-preview.tsx';
import { RowPromise } from './row-promise.tsx';
import { useRowLabel } from './use-row-label.ts';
import { useRowPerson } from './use-row-person.ts';

interface InboxRowProps {
  conversationId: string;
  section: SectionId;
  /** The one row that Tab reaches; the arrows go on from there. */
  isTabStop: boolean;
}

/** A conversation in the list: drawn anew only when something of its own changes. */
export const InboxRow = memo(function InboxRow(props: InboxRowProps) {
  const row = useInboxRow(props.conversationId);
  if (row === undefined) return null;
  const isWide = props.section === 'now' || props.section === 'mine';
  return isWide ? <WideRow {...props} row={row} /> : <NarrowRow {...props} row={row} />;
});

type Shown = InboxRowProps & { row: Row };

/** What every row's button has: its place in the keyboard's way, and that it opens its conversation. */
function useRowButton({ conversationId, isTabStop }: InboxRowProps) {
  const { screen } = useStores();
  const isSelected = useScreen((state) => state.selectedId === conversationId);
  const handleClick = (): void => {
    screen.getState().select(conversationId);
    screen.getState().askFocus('composer');
  };
  return { isSelected, onClick: handleClick, tabIndex: isTabStop ? 0 : -1, 'data-conversation': conversationId };
}

/** The draft of a conversation that is open is seen in its composer. */
function useShownDraft(conversationId: string): string {
  const start = useDraftStart(conversationId);
  const isSelected = useScreen((state) => state.selectedId === conversationId);
  return isSelected ? '' : start;
}

function WideRow({ row, ...rest }: Shown) {
  const t = useText('inbox');
  const draft = useShownDraft(row.conversationId);
  const person = useRowPerson(row);
  const label = useRowLabel(row, draft);
  const isLive = useApp((state) => state.connection.state === 'live');
  const isRowLate = useAtTick((now) => isLate(row, now));
  return (
    <ConversationRow
      {...useRowButton(rest)}
      person={person}
      label={label}
      isLate={isRowLate && isLive}
      aside={<RowAside row={row} />}
      clock={<RowClock row={row} />}
      preview={<RowPreview row={row} draft={draft} />}
      trend={<Trend values={row.mood.trend} mood={person.mood.kind} label={t('trend', { value: row.mood.level.toFixed(2) })} />}
      ring={<RowPromise sla={row.sla} />}
      unread={row.unread > 0 ? <CountBadge count={row.unread} label={t('unread', { count: row.unread })} /> : undefined}
    />
  );
}

function NarrowRow({ row, section, ...rest }: Shown) {
  const draft = useShownDraft(row.conversationId);
  return (
    <LineRow
      {...useRowButton({ ...rest, section })}
      person={useRowPerson(row)}
      label={useRowLabel(row, draft)}
      preview={<RowPreview row={row} draft={draft} />}
      end={<RowEnd row={row} section={section} />}
    />
  );
}
