import type { Money } from '../../shared/contracts/basics.ts';

const DAY = 86_400_000;

/** `20:38`, with the day before it when it was not in the last 24 hours' calendar day. */
export function formatTime(at: number, now: number, language: string): string {
  const isToday = now - at < DAY && new Date(at).getDate() === new Date(now).getDate();
  const day: Intl.DateTimeFormatOptions = isToday ? {} : { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(language, { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** An amount as people write it: `¥368.00`. */
export function formatMoney({ amount, currency }: Money, language: string): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
