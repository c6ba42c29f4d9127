import { cn } from '../lib/cn.ts';
import { RotateCcw } from 'lucide-react';
import { Confidence } from './confidence.tsx';
import { Icon, type IconShape } from './icon.tsx';
import { KeyCap } from './key-cap.tsx';

export interface SuggestionSource {
  readonly id: string;
  readonly icon: IconShape;
  readonly label: string;
  /** Which edition of it, short; kept whole when the label is cut. */
  readonly version?: string | undefined;
}

interface SuggestionCardProps {
  /** `Alt 1`, from `chordCaps`. */
  cap: string;
  title: string;
  text: string;
  /** 0 to 1, and what it means. */
  confidence: { readonly value: number; readonly title: string };
  sources: readonly SuggestionSource[];
  isChosen?: boolean | undefined;
  /** Set once it no longer fits: it is struck through and can't be taken. */
  withdrawnBecause?: string | undefined;
  onInsert: () => void;
}

/** A proposed reply with its sources. Three lines of it, all of it once it has the focus. */
export function SuggestionCard({ cap, title, text, confidence, sources, isChosen = false, withdrawnBecause, onInsert }: SuggestionCardProps) {
  const isGone = withdrawnBecause !== undefined;
  const struck = isGone && 'text-ink-muted line-through decoration-line-control';
  return (
    <button
      type="button"
      aria-disabled={isGone}
      onClick={isGone ? undefined : onInsert}
      className={cn(
        'group grid min-w-0 grid-cols-1 content-start gap-1 border-s border-line px-3 pt-1.75 pb-2 text-start first:border-s-0 first:ps-4 last:pe-4 focus-visible:-outline-offset-2',
        isChosen ? 'bg-accent-soft' : 'hover:bg-surface-hover',
      )}
    >
      <span className={cn('flex items-center gap-1.5 text-12 leading-4.5 font-mid text-ink-2', struck)}>
        <KeyCap>{cap}</KeyCap>
        <span className="cut">{title}</span>
        <Confidence {...confidence} className="ms-auto" />
      </span>
      <span
        className={cn(
          'line-clamp-3 text-pretty group-focus-visible:line-clamp-none',
          !isChosen && 'short:not-group-hover:line-clamp-2',
          struck,
        )}
      >
        {text}
      </span>
      <span className="flex min-w-0 gap-2.5 text-12 text-ink-muted">
        {isGone ? <Source icon={RotateCcw} label={withdrawnBecause} /> : sources.map(({ id, ...source }) => <Source key={id} {...source} />)}
      </span>
    </button>
  );
}

function Source({ icon, label, version }: Omit<SuggestionSource, 'id'>) {
  return (
    <span className="inline-flex min-w-0 items-center gap-0.75" title={label}>
      <Icon of={icon} size="xs" />
      <span className="cut">{label}</span>
      {version !== undefined && <span className="shrink-0 whitespace-nowrap">{version}</span>}
    </span>
  );
}
