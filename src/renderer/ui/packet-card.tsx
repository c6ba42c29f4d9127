import { ArrowRightLeft } from 'lucide-react';
import { Icon } from './icon.tsx';
import { Tag } from './tag.tsx';
import { TermList, type TermRow } from './term-list.tsx';

const TERM_WIDTH = 58;

interface PacketCardProps {
  title: string;
  /** From whom to whom, and when. */
  route: string;
  /** Why it was handed off. */
  reason: string;
  /** Summary, known, tried, promised. */
  rows: readonly TermRow[];
  /** What the customer still waits to be told. */
  question: TermRow;
}

/** What the bot hands to a person: read once, and nothing needs to be asked again. */
export function PacketCard({ title, route, reason, rows, question }: PacketCardProps) {
  return (
    <section aria-label={title} className="w-full rounded-message border border-line-strong bg-surface">
      <header className="flex h-8 items-center gap-2 border-b border-line px-3 font-mid">
        <Icon of={ArrowRightLeft} size="s" />
        <h2>{title}</h2>
        <span className="text-12 font-text text-ink-muted">{route}</span>
        <Tag tone="risk" className="ms-auto">{reason}</Tag>
      </header>
      <TermList rows={rows} termWidth={TERM_WIDTH} className="gap-y-0.5 px-3 pt-1.5 pb-1.75" />
      <div className="flex gap-2.5 border-t border-line px-3 py-1.75 font-mid">
        <span className="shrink-0 font-text text-ink-muted" style={{ width: TERM_WIDTH }}>{question.term}</span>
        <span>{question.content}</span>
      </div>
    </section>
  );
}
