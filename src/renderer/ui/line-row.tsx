import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import type { RowPerson } from './conversation-row.tsx';
import { Mood } from './mood.tsx';
import { RowFrame, type RowFrameProps } from './row-frame.tsx';
import { Tier } from './tier.tsx';

interface LineRowProps extends Omit<RowFrameProps, 'children' | 'isLate'> {
  person: RowPerson;
  preview: ReactNode;
  /** One right-hand fact: a clock, a confidence, when it returns. */
  end: ReactNode;
}

/** A conversation that is not ours to answer now, in one line of 32: queued, with the bot, snoozed. */
export function LineRow({ person, preview, end, className, ...rest }: LineRowProps) {
  return (
    <RowFrame {...rest} className={cn('h-8', className)}>
      <Mood {...person.mood} />
      <span className="flex min-w-0 items-center gap-1.5">
        <span className="shrink-0 font-mid">{person.name}</span>
        {person.tier !== undefined && <Tier {...person.tier} />}
        <span className="cut text-12 text-ink-muted">{preview}</span>
      </span>
      <span className="flex items-center justify-end gap-1 text-12 whitespace-nowrap text-ink-muted">{end}</span>
    </RowFrame>
  );
}
