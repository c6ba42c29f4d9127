import { Check, CheckCheck, CircleAlert, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { Icon } from './icon.tsx';

const SHAPES = { waiting: Clock, delivered: Check, read: CheckCheck, failed: CircleAlert } as const;

interface DeliveryLineProps {
  state: keyof typeof SHAPES;
  /** What happened, in words: never the shape alone. */
  text: string;
  /** What can be done about it: take back, edit and send again. */
  children?: ReactNode;
}

/** Below a message of ours: how far it came. */
export function DeliveryLine({ state, text, children }: DeliveryLineProps) {
  return (
    <div className="flex items-center gap-1.5 text-12 text-ink-muted">
      <span className={cn('inline-flex items-center gap-0.75', state === 'failed' && 'font-mid text-risk')}>
        <Icon of={SHAPES[state]} size="xs" />
        {text}
      </span>
      {children}
    </div>
  );
}
