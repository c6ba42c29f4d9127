import type { ReactNode } from 'react';
import { Icon, type IconShape } from './icon.tsx';

interface ChangeLineProps {
  time: string;
  dateTime: string;
  icon: IconShape;
  /** Who, what, and its number. */
  head: ReactNode;
  /** What it means for the act: an intent that turned, a receipt. */
  end?: ReactNode;
  children: ReactNode;
}

/** One thing that changed while a reply was written, in the stale dialogue. */
export function ChangeLine({ time, dateTime, icon, head, end, children }: ChangeLineProps) {
  return (
    <li className="grid grid-cols-[56px_16px_minmax(0,1fr)_auto] gap-x-2 border-t border-line px-5 py-2">
      <time dateTime={dateTime} className="text-12 leading-5 text-ink-muted">{time}</time>
      <Icon of={icon} size="s" className="mt-0.75 text-ink-muted" />
      <div>
        {head}
        {children}
      </div>
      <span className="text-12 leading-5 text-ink-muted">{end}</span>
    </li>
  );
}
