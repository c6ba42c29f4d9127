import { useMemo, useState } from 'preact/hooks';
import type { Thread, ThreadItem } from '../../shared/domain/reducers/reduce-thread.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { OutgoingTurn, UploadTurn } from './pending-turns.tsx';
import { ReceiptCard } from './receipt-card.tsx';
import { OwnTurn, TheirTurn } from './turn.tsx';
import { useFollowEnd } from './use-follow-end.ts';
import { useMarkRead } from './use-mark-read.ts';
import { useStore } from './use-store.ts';

/** Painted at first, and again with every "earlier": a thread has no end, a page has. */
const PAGE = 100;
/** Messages of one speaker closer than this stand under one name. */
const GROUP_MS = 120_000;

function continues(item: ThreadItem, before: ThreadItem | undefined): boolean {
  return before?.kind === 'message' && item.at - before.at < GROUP_MS && before.by.kind === item.by.kind && before.by.name === item.by.name;
}

type LineProps = { item: ThreadItem; before: ThreadItem | undefined; after: ThreadItem | undefined; thread: Thread; isLastWord: boolean };

function Item({ item, before, after, thread, isLastWord }: LineProps) {
  const { texts } = usePage();
  switch (item.kind) {
    case 'receipt': return <ReceiptCard receipt={item} />;
    case 'line': {
      const text = texts.lines[item.code]?.(item.by.name);
      return text === undefined ? null : <p class="line">{text}</p>;
    }
    case 'message': {
      if (item.by.kind !== 'customer') return <TheirTurn item={item} continues={continues(item, before)} isLastWord={isLastWord} />;
      return <OwnTurn item={item} isRead={item.publicSeq <= thread.readUpTo} showsDelivery={!(after && continues(after, item))} />;
    }
  }
}

function Said({ thread, hasOutgoing }: { thread: Thread; hasOutgoing: boolean }) {
  const { texts } = usePage();
  const [shown, setShown] = useState(PAGE);
  const items = thread.items.slice(-shown);
  const lastMessage = thread.items.findLast((item) => item.kind === 'message');
  return (
    <>
      {items.length < thread.items.length && <button type="button" class="key earlier" onClick={() => setShown(shown + PAGE)}>{texts.earlier}</button>}
      {thread.items.length === 0 && !hasOutgoing && <p class="line">{texts.welcome}</p>}
      {items.map((item, index) => (
        <Item key={item.publicSeq} item={item} before={items[index - 1]} after={items[index + 1]} thread={thread} isLastWord={item === lastMessage && !hasOutgoing} />
      ))}
    </>
  );
}

function Typing() {
  const { chat, texts } = usePage();
  const isTyping = useStore(chat.isOtherTyping);
  const { servedBy } = useStore(chat.thread);
  return isTyping ? <p class="line typing" aria-hidden="true">{`${servedBy.name ?? texts.person} ${texts.typing}`}</p> : null;
}

type TranscriptProps = { onTakeBack: (text: string) => void };

/** The conversation. It stays at its end while the reader is there; otherwise a key says how much came. */
export function Transcript({ onTakeBack }: TranscriptProps) {
  const { chat, texts } = usePage();
  const thread = useStore(chat.thread);
  const outgoing = useStore(chat.outgoing);
  const uploads = useStore(chat.uploads);
  const count = thread.items.length + outgoing.length;
  const { scroller, isAtEnd, unseen, handleScroll, toEnd } = useFollowEnd(count, outgoing.length);
  useMarkRead(isAtEnd);
  // A key stroke in the composer paints the page again; a thousand messages need not be.
  const hasOutgoing = outgoing.length > 0;
  const said = useMemo(() => <Said thread={thread} hasOutgoing={hasOutgoing} />, [thread, hasOutgoing]);
  return (
    <div class="transcript">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div class="scroller" ref={scroller} onScroll={handleScroll} tabIndex={0} role="log" aria-label={texts.transcript} aria-relevant="additions">
        <div class="inner">
          {said}
          {outgoing.map((entry) => <OutgoingTurn key={entry.id} entry={entry} onTakeBack={onTakeBack} />)}
          {uploads.map((upload) => <UploadTurn key={upload.id} upload={upload} />)}
          <Typing />
        </div>
      </div>
      {!isAtEnd && (
        <button type="button" class="to-end" onClick={toEnd}>
          <Icon of="chevron-down" isSmall />
          {unseen > 0 ? texts.below(unseen) : texts.toEnd}
        </button>
      )}
    </div>
  );
}
