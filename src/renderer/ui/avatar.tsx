import { Bot } from 'lucide-react';
import { cn } from '../lib/cn.ts';
import { Icon } from './icon.tsx';

const SIZES = { s: 'size-5 text-12', m: 'size-6 text-12', l: 'size-8 text-13' } as const;

// Each presence has its own shape: full, ring, half, faint.
const DOTS = {
  accepting: 'bg-live',
  break: 'bg-surface shadow-[inset_0_0_0_2px_var(--ink-muted)]',
  'wrap-up': 'bg-linear-to-r from-ink-muted from-50% to-surface to-50%',
  off: 'bg-ink-faint',
} as const;

export type PresenceDot = keyof typeof DOTS;

interface AvatarProps {
  name: string;
  size?: keyof typeof SIZES | undefined;
  presence?: PresenceDot | undefined;
}

/** A person's initial, hidden from screen readers: the name stands beside it. */
export function Avatar({ name, size = 'm', presence }: AvatarProps) {
  const [initial = ''] = name.trim();
  return (
    <span aria-hidden className={cn('relative inline-grid shrink-0 place-items-center rounded-full bg-line-strong leading-none font-mid text-ink', SIZES[size])}>
      {initial.toUpperCase()}
      {presence !== undefined && <span className={cn('absolute -end-px -bottom-px size-2.25 rounded-full border-2 border-surface', DOTS[presence])} />}
    </span>
  );
}

/** The bot's mark: a square outline where people are round. */
export function BotMark({ size = 's' }: { size?: keyof typeof SIZES | undefined }) {
  return (
    <span aria-hidden className={cn('inline-grid shrink-0 place-items-center rounded-control text-ink-muted shadow-[inset_0_0_0_1px_var(--line-control)]', SIZES[size])}>
      <Icon of={Bot} size="xs" />
    </span>
  );
}
