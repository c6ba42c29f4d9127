import { formatClock, waitLevel, type WaitThresholds } from '../lib/duration.ts';
import { Clock } from './clock.tsx';
import { useNow } from './tick.tsx';

interface WaitingClockProps {
  /** When the oldest unanswered customer message came, UTC milliseconds of this device's corrected time. */
  since: number;
  thresholds: WaitThresholds;
  isEstimated?: boolean | undefined;
}

/** A running wait. It steps with the shared tick; it is no live region, crossings are said by the merged alert. */
export function WaitingClock({ since, thresholds, isEstimated }: WaitingClockProps) {
  const waited = useNow() - since;
  return (
    <Clock level={waitLevel(waited, thresholds)} isEstimated={isEstimated}>
      {formatClock(waited)}
    </Clock>
  );
}
