import { useText } from '../../i18n/use-text.ts';
import type { NoteItem } from '../../../shared/contracts/conversation-state.ts';
import { Message } from '../../ui/message.tsx';
import { useActorName } from './use-actor-name.ts';
import { useMessageTime } from './use-message-time.ts';

/** A note or whisper: hatched, and it says that the customer can't see it. */
export function NoteRow({ item, conversationId }: { item: NoteItem; conversationId: string }) {
  const t = useText('transcript');
  const nameOf = useActorName(conversationId);
  const timeOf = useMessageTime();
  return (
    <Message voice={item.kind} author={nameOf(item.actor)} time={timeOf(item.at)} audience={t(item.kind === 'note' ? 'internal' : 'whisper')}>
      {item.text ?? <i>{t('erased')}</i>}
    </Message>
  );
}
