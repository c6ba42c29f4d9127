import { useText } from '../../i18n/use-text.ts';
import type { PendingItem } from '../../../shared/domain/overlay-pending.ts';
import { useApp } from '../../bridge/desk-context.tsx';
import { useOutboxActs } from '../../bridge/use-outbox-acts.ts';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { DeliveryLine } from '../../ui/delivery-line.tsx';
import { Message } from '../../ui/message.tsx';
import { TextAction } from '../../ui/text-action.tsx';
import { Attachments } from './attachments.tsx';
import { useMessageTime } from './use-message-time.ts';

const VOICES = { message: 'agent', note: 'note', whisper: 'whisper' } as const;

/** A message on its way up: where it is, and what can be done about it. */
export function PendingRow({ item, conversationId }: { item: PendingItem; conversationId: string }) {
  const t = useText('transcript');
  const timeOf = useMessageTime();
  const audience = item.kind === 'message' ? undefined : t(item.kind === 'note' ? 'internal' : 'whisper');
  return (
    <Message
      voice={VOICES[item.kind]}
      author={t('common:me')}
      time={timeOf(item.createdAt)}
      audience={audience}
      standing={item.state.kind === 'refused' ? 'failed' : 'pending'}
      attachment={item.attachments.length > 0 ? <Attachments files={item.attachments} /> : undefined}
      below={<PendingStanding item={item} conversationId={conversationId} />}
    >
      {item.text === '' ? undefined : item.text}
    </Message>
  );
}

/** While the line is up a message is on its way for a moment only and needs no word. */
function PendingStanding({ item, conversationId }: { item: PendingItem; conversationId: string }) {
  const t = useText('transcript');
  const words = useCodeText();
  const isLive = useApp((state) => state.connection.state === 'live');
  const { edit, resend, drop } = useOutboxActs(conversationId);
  const takeBack = <TextAction onClick={() => void edit(item)}>{t('pending.takeBack')}</TextAction>;
  switch (item.state.kind) {
    case 'done': return null;
    case 'in-flight': return isLive ? null : <DeliveryLine state="waiting" text={t('pending.inFlight')} />;
    case 'queued': {
      const { failure, wasSent = false } = item.state;
      if (isLive && !failure) return null;
      const text = isLive && failure ? t('pending.kept', { reason: words('error', failure.code) }) : t('pending.queued', { place: item.place });
      return <DeliveryLine state="waiting" text={text}>{wasSent ? undefined : takeBack}</DeliveryLine>;
    }
    case 'held':
      return <DeliveryLine state="waiting" text={t('pending.held')}>{takeBack}</DeliveryLine>;
    case 'refused':
      return (
        <DeliveryLine state="failed" text={t('pending.refused', { reason: words('error', item.state.failure.code) })}>
          <TextAction onClick={() => void edit(item)}>{t('pending.edit')}</TextAction>
          <TextAction onClick={() => void resend(item.id)}>{t('pending.resend')}</TextAction>
          <TextAction onClick={() => void drop(item.id)}>{t('pending.drop')}</TextAction>
        </DeliveryLine>
      );
  }
}
