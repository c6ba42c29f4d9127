import { memo } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useMoments } from '../../i18n/use-moments.ts';
import { cn } from '../../lib/cn.ts';
import { DayLine } from '../../ui/day-line.tsx';
import { ActionRow } from './action-row.tsx';
import { isSameRow, type TranscriptRow as Row } from './build-transcript.ts';
import { MessageRow } from './message-row.tsx';
import { NoteRow } from './note-row.tsx';
import { PacketRow } from './packet-row.tsx';
import { PendingRow } from './pending-row.tsx';
import { AssignmentRow, LineRow, OpaqueRow } from './system-rows.tsx';

interface TranscriptRowProps {
  row: Row;
  conversationId: string;
}

function RowBody({ row, conversationId }: TranscriptRowProps) {
  switch (row.kind) {
    case 'day': return <Day at={row.at} />;
    case 'new': return <NewLine count={row.count} />;
    case 'message': return <MessageRow row={row} conversationId={conversationId} />;
    case 'note': return <NoteRow item={row.item} conversationId={conversationId} />;
    case 'packet': return <PacketRow item={row.item} conversationId={conversationId} />;
    case 'line': return <LineRow item={row.item} conversationId={conversationId} />;
    case 'assignment': return <AssignmentRow item={row.item} conversationId={conversationId} />;
    case 'action': return <ActionRow item={row.item} conversationId={conversationId} />;
    case 'opaque': return <OpaqueRow kind={row.item.kind} />;
    case 'pending': return <PendingRow item={row.item} conversationId={conversationId} />;
  }
}

function Day({ at }: { at: number }) {
  return <DayLine>{useMoments().day(at)}</DayLine>;
}

function NewLine({ count }: { count: number }) {
  const t = useText('transcript');
  return <DayLine isNew>{t('new', { count })}</DayLine>;
}

/** A line of the transcript in its lane; a turn keeps ten pixels from the one above, what continues it seven. */
export const TranscriptRow = memo(
  function TranscriptRow({ row, conversationId }: TranscriptRowProps) {
    const isContinued = row.kind === 'message' && row.isContinued;
    return (
      <div className={cn('mx-auto w-full max-w-240 px-4', isContinued ? 'pt-1.75' : 'pt-2.5')}>
        <RowBody row={row} conversationId={conversationId} />
      </div>
    );
  },
  (before, after) => before.conversationId === after.conversationId && isSameRow(before.row, after.row),
);
