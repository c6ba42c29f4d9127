const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A waiting clock's figures: `mm:ss`, from an hour on `h:mm:ss`. Takes milliseconds; a negative span reads 00:00. */
export function formatClock(milliseconds: number): string {
  const total = Math.max(0, Math.floor(milliseconds / 1000));
  const hours = Math.floor(total / HOUR);
  const minutes = Math.floor((total % HOUR) / MINUTE);
  const tail = `${twoDigits(minutes)}:${twoDigits(total % MINUTE)}`;
  return hours === 0 ? tail : `${hours}:${tail}`;
}

export type WaitLevel = 'neutral' | 'amber' | 'red';

/** When a wait turns amber and when red, in milliseconds; the queue's SLA gives them. */
export interface WaitThresholds {
  readonly amberFrom: number;
  readonly redFrom: number;
}

/** The level of a wait of so many milliseconds; both thresholds belong to the higher level. */
export function waitLevel(milliseconds: number, thresholds: WaitThresholds): WaitLevel {
  if (milliseconds >= thresholds.redFrom) return 'red';
  return milliseconds >= thresholds.amberFrom ? 'amber' : 'neutral';
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
