import { cn } from '../lib/cn.ts';

// Weight of ink, never a hue: a valued customer must not look like an alarm.
const RANKS = {
  black: 'border-tier-top-fill bg-tier-top-fill text-tier-top-ink',
  gold: 'border-tier-mid-line text-tier-mid-ink',
  silver: 'border-tier-base-line text-tier-base-ink',
  member: 'border-transparent px-0 text-tier-base-ink',
} as const;

export type TierRank = keyof typeof RANKS;

export function Tier({ rank, label }: { rank: TierRank; label: string }) {
  return (
    <span className={cn('inline-grid h-4 shrink-0 place-items-center rounded-tag border px-1 text-12 leading-3.5 font-mid whitespace-nowrap', RANKS[rank])}>
      {label}
    </span>
  );
}
