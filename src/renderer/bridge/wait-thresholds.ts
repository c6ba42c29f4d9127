import type { InboxRow } from '../../shared/contracts/inbox.ts';
import type { WaitThresholds } from '../lib/duration.ts';

/** The part of the promised time that is left when a wait turns amber; the SLA ring turns at the same. */
const QUARTER = 0.25;

/** When a row's wait turns amber and red, in milliseconds of waiting: red when the promised time is over. Nothing was promised, nothing turns. */
export function waitThresholdsOf({ waitingSince, sla }: Pick<InboxRow, 'waitingSince' | 'sla'>): WaitThresholds {
  if (waitingSince === null || sla === null) return { amberFrom: Infinity, redFrom: Infinity };
  const { startedAt, dueAt } = sla;
  return { amberFrom: dueAt - (dueAt - startedAt) * QUARTER - waitingSince, redFrom: dueAt - waitingSince };
}

/** Whether a customer has waited longer than was promised. */
export const isLate = (row: Pick<InboxRow, 'waitingSince' | 'sla'>, now: number): boolean => row.waitingSince !== null && now - row.waitingSince >= waitThresholdsOf(row).redFrom;
