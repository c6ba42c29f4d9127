const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type AgeUnit = 'second' | 'minute' | 'hour' | 'day';

export interface Age {
  readonly unit: AgeUnit;
  readonly count: number;
}

/** How old something is, in its largest whole unit; the words are the translation's (`common:age.minute`). Milliseconds in; a negative age is 0 s. */
export function ageOf(milliseconds: number): Age {
  const age = Math.max(0, milliseconds);
  if (age >= DAY) return { unit: 'day', count: Math.floor(age / DAY) };
  if (age >= HOUR) return { unit: 'hour', count: Math.floor(age / HOUR) };
  if (age >= MINUTE) return { unit: 'minute', count: Math.floor(age / MINUTE) };
  return { unit: 'second', count: Math.floor(age / SECOND) };
}

/** How a moment is written: whose language, and the shop's IANA time zone. */
export interface MomentStyle {
  readonly locale: string;
  readonly timeZone: string;
}

/** `20:40:21` in the shop's zone. */
export function formatTime(instant: number, style: MomentStyle): string {
  return formatter(style, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(instant);
}

/** A moment as short as it can be told: `20:40` on the same day as `now`, `11-17` in the same year, else `2025-11-17`. */
export function formatMoment(instant: number, now: number, style: MomentStyle): string {
  const day = calendarDay(instant, style);
  const today = calendarDay(now, style);
  if (day === today) return formatTime(instant, style).slice(0, 5);
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day;
}

/** `2026-11-20 20:40:21`, for a title or a tooltip that says exactly when. */
export function formatExactMoment(instant: number, style: MomentStyle): string {
  return `${calendarDay(instant, style)} ${formatTime(instant, style)}`;
}

// Intl formatters are expensive to build and a list asks for hundreds a second.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(style: MomentStyle, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([style.locale, style.timeZone, options]);
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(style.locale, { ...options, timeZone: style.timeZone });
  formatters.set(key, made);
  return made;
}

/** `2026-11-20`: the sv-SE calendar is ISO 8601's. */
function calendarDay(instant: number, style: MomentStyle): string {
  return formatter({ ...style, locale: 'sv-SE' }, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}
