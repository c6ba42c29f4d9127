import { Flag } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface FlagLineProps {
  /** The message's `describedBy`. */
  id: string;
  /** The kind of risk and its calibrated band. */
  kind: string;
  /** The words that raised it, quoted. */
  evidence: string;
  /** Ask the lead, not a risk. */
  children?: ReactNode;
}

/** Below a flagged message: what was seen in it, in which words, and what can be done. */
export function FlagLine({ id, kind, evidence, children }: FlagLineProps) {
  return (
    <div id={id} className="flex flex-wrap items-center gap-x-2 pt-0.5 text-12 text-ink-2">
      <Icon of={Flag} size="xs" className="text-risk" />
      <b className="text-risk">{kind}</b>
      <span>{evidence}</span>
      {children}
    </div>
  );
}
