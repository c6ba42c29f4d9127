import { Ear, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { BotMark } from './avatar.tsx';
import { Icon } from './icon.tsx';

/** Who speaks and who may hear: notes and whispers never reach the customer. */
export type Voice = 'customer' | 'bot' | 'agent' | 'note' | 'whisper';

const HATCHED = 'bg-surface hatch text-ink-2 outline outline-dashed -outline-offset-1 outline-internal-line';

const BUBBLES = {
  customer: 'rounded-ss-mark bg-surface-sunken',
  agent: 'rounded-ee-mark bg-accent-soft',
  bot: 'rounded-ee-mark bg-surface shadow-[inset_0_0_0_1px_var(--line-strong)]',
  note: HATCHED,
  whisper: HATCHED,
} as const satisfies Record<Voice, string>;

const STANDINGS = {
  confirmed: '',
  pending: 'opacity-72',
  failed: 'bg-surface shadow-[inset_0_0_0_1px_var(--risk)]',
} as const;

interface MessageTime {
  /** `20:40:21`. */
  readonly text: string;
  /** ISO 8601. */
  readonly dateTime: string;
  /** Shown on hover, exact and relative. */
  readonly title: string;
}

interface MessageProps {
  voice: Voice;
  /** Left out when it continues the group above, as is the time. */
  author?: string | undefined;
  time?: MessageTime | undefined;
  /** For notes and whispers: that the customer can't see it. */
  audience?: string | undefined;
  standing?: keyof typeof STANDINGS | undefined;
  isFlagged?: boolean | undefined;
  /** The id of the flag line below, which explains the red edge. */
  describedBy?: string | undefined;
  /** Images and other attachments, beside the words. */
  attachment?: ReactNode;
  /** Delivery, flags, the trace. */
  below?: ReactNode;
  children?: ReactNode;
}

/** One message. Left is the customer, right is us; grey is the customer, tint a person, outline the bot, hatch hidden from the customer. */
export function Message(props: MessageProps) {
  const { voice, standing = 'confirmed', isFlagged = false, describedBy, attachment, below, children } = props;
  const isOut = voice !== 'customer';
  return (
    <article className={cn('grid w-fit max-w-[84%] gap-0.75', isOut && 'ms-auto justify-items-end', props.author === undefined && '-mt-0.75')}>
      <Byline {...props} />
      <div className={cn('flex items-end gap-2', isOut && 'flex-row-reverse')}>
        {attachment}
        {children !== undefined && (
          <div
            aria-describedby={describedBy}
            className={cn(
              'w-fit rounded-message px-2.75 py-1.5 text-14 text-pretty whitespace-pre-wrap',
              BUBBLES[voice],
              STANDINGS[standing],
              isFlagged && 'rounded-s-none shadow-[inset_2px_0_0_var(--risk-solid)]',
            )}
          >
            {children}
          </div>
        )}
      </div>
      {below}
    </article>
  );
}

function Byline({ voice, author, time, audience }: MessageProps) {
  if (author === undefined && audience === undefined && time === undefined) return null;
  const name = <b className="font-mid text-ink-2">{author}</b>;
  const when = time !== undefined && <time dateTime={time.dateTime} title={time.title}>{time.text}</time>;
  return (
    <div className="flex items-center gap-1.5 text-12 text-ink-muted">
      {voice === 'customer' && name}
      {audience !== undefined && <Icon of={voice === 'whisper' ? Ear : Lock} size="xs" />}
      {audience}
      {when}
      {voice !== 'customer' && name}
      {voice === 'bot' && <BotMark />}
    </div>
  );
}
