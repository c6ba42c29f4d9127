import type { Language } from '../../shared/contracts/basics.ts';
import { formatExactMoment, formatMoment, formatTime, type MomentStyle } from '../lib/relative-time.ts';
import { useLanguage } from './use-language.ts';

const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const satisfies Record<Language, string>;

export const localeOf = (language: Language): string => LOCALES[language];

/** Instants as people read them, in the machine's zone; all take UTC milliseconds. */
export type Moments = {
  readonly locale: string;
  /** `20:40:21`. */
  readonly time: (instant: number) => string;
  /** `20:40` today, `11-17` this year. */
  readonly short: (instant: number, now: number) => string;
  /** `2026-11-20 20:40:21`. */
  readonly exact: (instant: number) => string;
  /** `Thursday 20 November`. */
  readonly day: (instant: number) => string;
  readonly iso: (instant: number) => string;
};

function momentsIn(language: Language): Moments {
  const locale = localeOf(language);
  const style: MomentStyle = { locale, timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const utc = (instant: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  return {
    locale,
    time: (instant) => formatTime(instant, style),
    short: (instant, now) => formatMoment(instant, now, style),
    exact: (instant) => formatExactMoment(instant, style),
    day: (instant) => day.format(instant),
    iso: (instant) => `${utc(instant).replace(' ', 'T')}Z`,
  };
}

const made = { zh: momentsIn('zh'), en: momentsIn('en') } as const;

/** How moments are written in the desk's language. */
export function useMoments(): Moments {
  return made[useLanguage()];
}
