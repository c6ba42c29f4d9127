import { cn } from '../lib/cn.ts';

const DOTS = {
  plain: 'rounded-full bg-surface-side shadow-[inset_0_0_0_1.5px_var(--line-control)]',
  done: 'rounded-full bg-ink-muted',
  risk: 'rotate-45 scale-90 rounded-[1px] bg-risk',
} as const;

export interface TimelineEntry {
  readonly id: string;
  readonly time: string;
  readonly dateTime: string;
  readonly text: string;
  readonly standing: keyof typeof DOTS;
}

/** What happened to a ticket, newest first, 19 a line. */
export function TicketTimeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol aria-label={label} className="text-12 leading-[19px]">
      {entries.map(({ id, time, dateTime, text, standing }) => (
        <li key={id} className="group grid grid-cols-[42px_9px_minmax(0,1fr)] gap-x-1.75">
          <time dateTime={dateTime} className="whitespace-nowrap text-ink-muted">{time}</time>
          <span aria-hidden className="relative">
            <span className="absolute start-1 top-1.5 -bottom-2 w-px bg-line-strong group-last:hidden" />
            <span className={cn('absolute start-px top-1.5 size-1.75', DOTS[standing])} />
          </span>
          <span className="cut" title={text}>{text}</span>
        </li>
      ))}
    </ol>
  );
}
