import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { Icon } from './icon.tsx';

interface SectionHeadProps {
  title: string;
  count: number;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The section that needs the person now. */
  isUrgent?: boolean | undefined;
  end?: ReactNode;
}

/** The head of a stretch of the list, 28 high, sticky; folds what is under it. */
export function SectionHead({ title, count, isOpen, onOpenChange, isUrgent = false, end }: SectionHeadProps) {
  return (
    <h2 className="sticky top-0 z-(--z-sticky) flex h-7 flex-none bg-surface-side not-first:border-t not-first:border-line">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => onOpenChange(!isOpen)}
        className={cn(
          'flex min-w-0 grow items-center gap-1.5 px-3 text-12 whitespace-nowrap focus-visible:-outline-offset-2',
          isUrgent ? 'font-strong text-ink' : 'font-mid text-ink-muted',
        )}
      >
        <Icon of={isOpen ? ChevronDown : ChevronRight} size="xs" className="text-ink-muted" />
        {title}
        <span className="font-text">{count}</span>
        <span className="ms-auto font-text text-ink-muted">{end}</span>
      </button>
    </h2>
  );
}
