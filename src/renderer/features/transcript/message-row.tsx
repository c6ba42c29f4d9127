import { useText } from '../../i18n/use-text.ts';
import type { MessageItem } from '../../../shared/contracts/conversation-state.ts';
import { DeliveryLine } from '../../ui/delivery-line.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { Message, type Voice } from '../../ui/message.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Attachments } from './attachments.tsx';
import { BotTrace } from './bot-trace.tsx';
import type { TranscriptRow } from './build-transcript.ts';
import { flagLineId, isShown, MessageFlags } from './message-flags.tsx';
import { useActorName } from './use-actor-name.ts';
import { useMessageTime } from './use-message-time.ts';

type Row = Extract<TranscriptRow, { kind: 'message' }>;

function voiceOf({ actor }: MessageItem): Voice {
  if (actor.kind === 'customer') return 'customer';
  return actor.kind === 'bot' || actor.kind === 'system' ? 'bot' : 'agent';
}

/** What a message says, or why it says nothing any more. */
function Words({ item }: { item: MessageItem }) {
  const t = useText('transcript');
  if (item.recalled) return <i className="text-ink-muted">{t('recalled')}</i>;
  if (item.text === null) return <i className="text-ink-muted">{t('erased')}</i>;
  const spans = item.flags.filter(isShown).flatMap((flag) => flag.evidence.map(({ start, end }) => ({ from: start, to: end, kind: 'evidence' as const })));
  return <MarkedText text={item.text} spans={spans} />;
}

const DELIVERY = { read: 'read', delivered: 'delivered', sent: 'delivered' } as const;

/** Flags, delivery, choices offered, the bot's reasons: what hangs below a message. */
function Below({ row, conversationId }: { row: Row; conversationId: string }) {
  const t = useText('transcript');
  const { item, delivery, understood } = row;
  return (
    <>
      {item.edited && <span className="text-12 text-ink-muted">{t('edited')}</span>}
      {item.buttons.length > 0 && <div className="flex flex-wrap justify-end gap-1.5">{item.buttons.map(({ id, label }) => <Tag key={id}>{label}</Tag>)}</div>}
      {item.flags.some(isShown) && <MessageFlags conversationId={conversationId} seq={item.seq} flags={item.flags} />}
      {delivery !== null && <div aria-live="off"><DeliveryLine state={DELIVERY[delivery]} text={t(delivery)} /></div>}
      {item.trace !== null && <BotTrace seq={item.seq} trace={item.trace} understood={understood} />}
    </>
  );
}

/** A public message with everything that is known of it. */
export function MessageRow({ row, conversationId }: { row: Row; conversationId: string }) {
  const { item, isContinued } = row;
  const nameOf = useActorName(conversationId);
  const timeOf = useMessageTime();
  const isFlagged = item.flags.some(isShown);
  const hasWords = item.text !== '' || item.attachments.length === 0;
  return (
    <Message
      voice={voiceOf(item)}
      author={isContinued ? undefined : nameOf(item.actor)}
      time={isContinued ? undefined : timeOf(item.at)}
      isFlagged={isFlagged}
      describedBy={isFlagged ? flagLineId(item.seq) : undefined}
      attachment={item.attachments.length > 0 ? <Attachments files={item.attachments} /> : undefined}
      below={<Below row={row} conversationId={conversationId} />}
    >
      {hasWords ? <Words item={item} /> : undefined}
    </Message>
  );
}
