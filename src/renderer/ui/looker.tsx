import { Eye, PencilLine } from 'lucide-react';
import { cn } from '../lib/cn.ts';
import { Icon } from './icon.tsx';

interface LookerProps {
  act: 'viewing' | 'typing';
  /** A colleague's name, or who types. */
  text: string;
  title?: string | undefined;
}

/** Who else is in this conversation right now. */
export function Looker({ act, text, title }: LookerProps) {
  return (
    <span title={title} className={cn('inline-flex shrink-0 items-center gap-0.75 text-12', act === 'typing' ? 'font-mid text-accent' : 'text-ink-muted')}>
      <Icon of={act === 'typing' ? PencilLine : Eye} size="xs" />
      {text}
    </span>
  );
}
