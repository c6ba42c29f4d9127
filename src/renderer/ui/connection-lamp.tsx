import { cn } from '../lib/cn.ts';

// A dot while it lives, an open square while it catches up, an open ring once it is cut.
const LAMPS = {
  live: 'rounded-full bg-live',
  slow: 'rounded-mark shadow-[inset_0_0_0_2px_var(--waiting)]',
  down: 'rounded-full shadow-[inset_0_0_0_2px_var(--risk)]',
} as const;

interface ConnectionLampProps {
  state: keyof typeof LAMPS;
  /** The age of the last event, or how long the line has been cut. */
  text: string;
  title: string;
}

/** At the foot of the rail: whether what is on the screen is now. */
export function ConnectionLamp({ state, text, title }: ConnectionLampProps) {
  return (
    <div title={title} className="flex items-center justify-center gap-1.25 pt-1.5 text-12 whitespace-nowrap text-ink-muted">
      <span aria-hidden className={cn('size-2 flex-none', LAMPS[state])} />
      {text}
    </div>
  );
}
