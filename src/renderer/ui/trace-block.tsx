import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { Icon } from './icon.tsx';
import { TermList, type TermRow } from './term-list.tsx';

interface TraceBlockProps {
  /** The question it answers, with what the answer cost. */
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Intent with runners-up, slots, sources. */
  rows: readonly TermRow[];
}

/** Why the bot answered so: opened under its message, hung on one rule. */
export function TraceBlock({ title, isOpen, onOpenChange, rows }: TraceBlockProps) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => onOpenChange(!isOpen)}
        className="mt-px flex items-center gap-1.5 text-12 text-ink-muted hover:text-ink"
      >
        <Icon of={isOpen ? ChevronDown : ChevronRight} size="xs" />
        {title}
      </button>
      {isOpen && (
        <div id={id} className="w-fit max-w-full border-e-2 border-line-strong py-0.5 pe-3 text-ink-2">
          <TermList rows={rows} termWidth={56} className="text-12 leading-[19px]" />
        </div>
      )}
    </>
  );
}
