import { cn } from '../lib/cn.ts';

interface LoadBarProps {
  taken: number;
  room: number;
  /** The load in words. */
  label: string;
}

/** How many of a person's places are taken, one block each; amber from one free place on. */
export function LoadBar({ taken, room, label }: LoadBarProps) {
  const fill = taken >= room - 1 && taken > 0 ? 'bg-waiting' : 'bg-ink-muted';
  return (
    <span role="img" aria-label={label} className="inline-flex gap-0.5 align-[-1px]">
      {Array.from({ length: Math.max(taken, room) }, (_, place) => (
        <span key={place} className={cn('h-3 w-1.5 rounded-[1px]', place < taken ? fill : 'bg-line-strong')} />
      ))}
    </span>
  );
}
