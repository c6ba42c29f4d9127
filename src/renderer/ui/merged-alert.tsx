import { AlarmClock } from 'lucide-react';
import type { ReactNode } from 'react';
import { KeyCap } from './key-cap.tsx';
import { Strip } from './strip.tsx';

interface MergedAlertProps {
  /** How many wait too long, and the longest. */
  children: ReactNode;
  jumpLabel: string;
  jumpCap: string;
  onJump: () => void;
}

/** All late conversations in one alert: it can't be stacked or dismissed, only resolved by answering. */
export function MergedAlert({ children, jumpLabel, jumpCap, onJump }: MergedAlertProps) {
  const jump = (
    <button type="button" onClick={onJump} className="flex items-center gap-1">
      {jumpLabel} <KeyCap>{jumpCap}</KeyCap>
    </button>
  );
  return <Strip tone="risk" icon={AlarmClock} end={jump}>{children}</Strip>;
}
