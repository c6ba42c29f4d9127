import { ArrowDown } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { VList, type VListHandle } from 'virtua';
import { useCustomerName } from '../../bridge/customer-of.ts';
import { useApp } from '../../bridge/desk-context.tsx';
import { useHead, useReady, useWorkspace } from '../../bridge/workspace-context.tsx';
import { useMoments } from '../../i18n/use-moments.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { buildTranscript, type TranscriptRow as Row } from './build-transcript.ts';
import { OpenTracesProvider } from './open-traces.tsx';
import { OpenQuestion } from './open-question.tsx';
import { TranscriptRow } from './transcript-row.tsx';
import { useFollowEnd } from './use-follow-end.ts';
import { usePaintedSeq, useReadAdvance } from './use-seen.ts';

/** This near to the top an older page is asked for, in pixels. */
const ASK_OLDER_AT = 400;

/** The drawn lines of a conversation. "New since you looked" is set when it is opened and stays until it is left. */
function useTranscriptRows(conversationId: string): Row[] {
  const { seen } = useStores();
  const { day } = useMoments();
  const me = useApp((state) => state.account?.id ?? '');
  const items = useReady(conversationId, (mirror) => mirror.displayed.confirmed.window.items);
  const pending = useReady(conversationId, (mirror) => mirror.displayed.pending);
  const reads = useHead(conversationId, (head) => head.reads);
  const deliveredUpTo = useHead(conversationId, (head) => head.deliveredUpTo);
  const [newAfter] = useState(() => Math.max(seen.getState().seen[conversationId] ?? 0, reads.staff));
  return useMemo(() => buildTranscript({ items, pending, head: { reads, deliveredUpTo }, me, newAfter, dayOf: day }), [items, pending, reads, deliveredUpTo, me, newAfter, day]);
}

/** Whether rows were put in front since the last time, so that the view stays with what is being read. */
function useIsPrepended(conversationId: string): boolean {
  const from = useReady(conversationId, (mirror) => mirror.displayed.confirmed.window.from);
  const [known, setKnown] = useState({ from, isPrepended: false });
  if (known.from !== from) setKnown({ from, isPrepended: from < known.from });
  return known.isPrepended;
}

const isNewBelow = (row: Row, seenEndSeq: number): boolean => row.kind === 'message' && row.item.seq > seenEndSeq;

/** The conversation, oldest above, virtual from the first line. */
export function Transcript({ conversationId }: { conversationId: string }) {
  const t = useText('transcript');
  const mirror = useWorkspace().conversation(conversationId);
  const rows = useTranscriptRows(conversationId);
  const list = useRef<VListHandle>(null);
  const [topIndex, setTopIndex] = useState(0);
  const lastSeq = useHead(conversationId, (head) => head.seq);
  const ownCount = rows.filter((row) => row.kind === 'pending').length;
  const { isAtEnd, seenEndSeq, handleScroll, handleResize, toEnd } = useFollowEnd({ list, rowCount: rows.length, lastSeq, ownCount });
  const isPrepended = useIsPrepended(conversationId);
  const { name } = useCustomerName(conversationId);
  usePaintedSeq(conversationId, isAtEnd);
  useReadAdvance(conversationId);

  const scroll = (offset: number): void => {
    handleScroll(offset);
    setTopIndex(list.current?.findItemIndex(offset) ?? 0);
    if (offset < ASK_OLDER_AT) void mirror.loadOlder();
  };
  const packetIndex = rows.findLastIndex((row) => row.kind === 'packet');
  return (
    <OpenTracesProvider>
      <div className="relative flex min-h-0 flex-1 flex-col">
        {packetIndex >= 0 && packetIndex < topIndex && <OpenQuestion conversationId={conversationId} onOpen={() => list.current?.scrollToIndex(packetIndex)} />}
        <VList ref={list} role="log" aria-label={t('label', { name })} tabIndex={0} data-pane="transcript" data={rows} shift={isPrepended} onScroll={scroll} onResize={handleResize} className="scroll-thin pb-2.5">
          {(row) => <TranscriptRow key={row.key} row={row} conversationId={conversationId} />}
        </VList>
        {!isAtEnd && <BelowKey count={rows.filter((row) => isNewBelow(row, seenEndSeq)).length} onPress={toEnd} />}
      </div>
    </OpenTracesProvider>
  );
}

function BelowKey({ count, onPress }: { count: number; onPress: () => void }) {
  const t = useText('transcript');
  return (
    <button type="button" onClick={onPress} className="absolute inset-x-0 bottom-2 mx-auto flex h-6 w-fit items-center gap-1.5 rounded-full bg-accent px-3 text-12 font-mid text-on-accent shadow-menu">
      <Icon of={ArrowDown} size="xs" />
      {count > 0 ? t('below', { count }) : t('toEnd')}
    </button>
  );
}
