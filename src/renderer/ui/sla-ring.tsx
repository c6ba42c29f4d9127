import { cn } from '../lib/cn.ts';

const RADIUS = 5.2;
const CIRCUMFERENCE = 2 * Math.PI * RADIUS;
const AMBER_BELOW = 0.25;

/** `left` is the share of the promised time that is still there, 0 to 1. */
export type SlaState =
  | { readonly kind: 'running'; readonly left: number }
  | { readonly kind: 'breached' }
  | { readonly kind: 'paused' };

interface SlaRingProps {
  state: SlaState;
  /** The ring in words, with its number. */
  label: string;
}

/** The promise as a ring: ink, amber under a quarter, broken with a red centre once missed, dotted while it pauses. */
export function SlaRing({ state, label }: SlaRingProps) {
  const { stroke, dashes } = drawing(state);
  return (
    <svg viewBox="0 0 14 14" role="img" aria-label={label} className="size-3.5 shrink-0 -rotate-90 fill-none stroke-[2.5]">
      <circle cx="7" cy="7" r={RADIUS} className="stroke-line-strong" />
      <circle cx="7" cy="7" r={RADIUS} className={cn(stroke)} strokeDasharray={dashes} />
      {state.kind === 'breached' && <circle cx="7" cy="7" r="2" className="fill-risk stroke-none" />}
    </svg>
  );
}

function drawing(state: SlaState): { stroke: string; dashes: string } {
  if (state.kind === 'breached') return { stroke: 'stroke-risk', dashes: '3.38 2.07' };
  if (state.kind === 'paused') return { stroke: 'stroke-ink-faint', dashes: '2 2' };
  const left = Math.min(1, Math.max(0, state.left));
  return {
    stroke: left < AMBER_BELOW ? 'stroke-waiting' : 'stroke-ink-muted',
    dashes: `${(left * CIRCUMFERENCE).toFixed(2)} ${CIRCUMFERENCE.toFixed(2)}`,
  };
}
