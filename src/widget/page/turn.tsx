import type { Button } from '../../shared/contracts/message.ts';
import type { ThreadItem } from '../../shared/domain/reducers/reduce-thread.ts';
import type { Texts } from '../texts/texts.ts';
import { Delivery } from './delivery.tsx';
import { formatTime } from './formats.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { Attachments } from './picture.tsx';

export type MessageItem = Extract<ThreadItem, { kind: 'message' }>;

function Words({ item }: { item: MessageItem }) {
  const { texts } = usePage();
  if (!item.content) return <p class="bubble gone">{item.recalled ? texts.recalled : texts.erased}</p>;
  const { text, attachments } = item.content;
  return (
    <>
      <Attachments list={attachments} />
      {text !== '' && <p class="bubble">{text}</p>}
    </>
  );
}

const authorOf = ({ by }: MessageItem, texts: Texts): string => (by.kind === 'bot' ? texts.bot : (by.name ?? texts.person));

function Byline({ item }: { item: MessageItem }) {
  const { texts, now } = usePage();
  return (
    <p class="meta">
      {item.by.kind === 'bot' && <Icon of="bot" isSmall />}
      <b>{authorOf(item, texts)}</b>
      <time dateTime={new Date(item.at).toISOString()}>{formatTime(item.at, now(), texts.htmlLang)}</time>
      {item.edited && texts.edited}
    </p>
  );
}

/** The buttons under a message, while it is the last word: pressing one says it. */
function Choices({ item, buttons }: { item: MessageItem; buttons: readonly Button[] }) {
  const { chat, texts } = usePage();
  return (
    <div class="choices" role="group" aria-label={texts.choices}>
      {buttons.map((button) => (
        <button key={button.id} type="button" class="key" onClick={() => chat.choose(item.id, button)}>{button.label}</button>
      ))}
    </div>
  );
}

type TheirTurnProps = { item: MessageItem; continues: boolean; isLastWord: boolean };

/** Something said to the customer: tinted from a person, outlined from the bot. */
export function TheirTurn({ item, continues, isLastWord }: TheirTurnProps) {
  const buttons = item.content?.buttons ?? [];
  return (
    <article class={item.by.kind === 'bot' ? 'turn them bot' : 'turn them'}>
      {!continues && <Byline item={item} />}
      <Words item={item} />
      {isLastWord && buttons.length > 0 && <Choices item={item} buttons={buttons} />}
    </article>
  );
}

type OwnTurnProps = { item: MessageItem; isRead: boolean; showsDelivery: boolean };

/** Something the customer said, as the log has it. */
export function OwnTurn({ item, isRead, showsDelivery }: OwnTurnProps) {
  const { texts } = usePage();
  return (
    <article class="turn me">
      <Words item={item} />
      {showsDelivery && <Delivery kind={isRead ? 'read' : 'delivered'} text={isRead ? texts.read : texts.delivered} />}
    </article>
  );
}
