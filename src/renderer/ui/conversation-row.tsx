import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { Mood, type MoodKind } from './mood.tsx';
import { RowFrame, type RowFrameProps } from './row-frame.tsx';
import { Tier, type TierRank } from './tier.tsx';

export interface RowPerson {
  readonly name: string;
  readonly mood: { readonly kind: MoodKind; readonly label: string };
  readonly tier?: { readonly rank: TierRank; readonly label: string } | undefined;
}

interface ConversationRowProps extends Omit<RowFrameProps, 'children'> {
  person: RowPerson;
  /** Who looks at it or types, or the channel. */
  aside?: ReactNode;
  clock: ReactNode;
  /** Draft and pending act come before the customer's last words. */
  preview: ReactNode;
  /** A `Trend` of 40. */
  trend: ReactNode;
  ring: ReactNode;
  /** A `CountBadge`; its place stays when there is none, so that rings form a line. */
  unread?: ReactNode;
}

/** A conversation of ours in two lines, 56 high: who, how long, and what they said last. */
export function ConversationRow({ person, aside, clock, preview, trend, ring, unread, className, ...rest }: ConversationRowProps) {
  const hasUnread = unread !== undefined;
  return (
    <RowFrame {...rest} className={cn('h-14 grid-rows-[20px_20px] content-center gap-y-0.5', className)}>
      <Mood {...person.mood} />
      <span className="flex min-w-0 items-center gap-1.5">
        <span className={cn('cut', hasUnread ? 'font-strong' : 'font-mid')}>{person.name}</span>
        {person.tier !== undefined && <Tier {...person.tier} />}
        {aside}
      </span>
      <span className="flex justify-end">{clock}</span>
      <span className={cn('cut col-start-2 text-12 leading-5', hasUnread ? 'text-ink-2' : 'text-ink-muted')}>{preview}</span>
      <span className="flex items-center justify-end gap-1.75">
        <span className="contents max-xl:hidden">{trend}</span>
        {ring}
        <span className="inline-grid min-w-4">{unread}</span>
      </span>
    </RowFrame>
  );
}
