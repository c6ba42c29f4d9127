import { useApp, useAtTick } from '../../bridge/desk-context.tsx';
import { waitThresholdsOf } from '../../bridge/wait-thresholds.ts';
import type { InboxRow } from '../../../shared/contracts/inbox.ts';
import { useAge } from '../../i18n/use-age.ts';
import { Clock } from '../../ui/clock.tsx';
import { WaitingClock } from '../../ui/waiting-clock.tsx';

/** How long the customer waits; once answered, the plain age of the last words. Estimated while the line is down. */
export function RowClock({ row }: { row: InboxRow }) {
  const isCut = useApp((state) => state.connection.state !== 'live');
  if (row.waitingSince !== null) return <WaitingClock since={row.waitingSince} thresholds={waitThresholdsOf(row)} isEstimated={isCut} />;
  return row.last === null ? null : <AgeClock at={row.last.at} />;
}

export function AgeClock({ at }: { at: number }) {
  const age = useAge();
  return <Clock>{useAtTick((now) => age(now - at))}</Clock>;
}
