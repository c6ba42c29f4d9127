import { describe, expect, it } from 'vitest';
import { ageOf, formatExactMoment, formatMoment, formatTime } from './relative-time.ts';

const SHANGHAI = { locale: 'zh-CN', timeZone: 'Asia/Shanghai' };
const NOW = Date.UTC(2026, 10, 20, 12, 42, 3);

it('tells an age in its largest whole unit', () => {
  expect(ageOf(59_000)).toEqual({ unit: 'second', count: 59 });
  expect(ageOf(60_000)).toEqual({ unit: 'minute', count: 1 });
  expect(ageOf(7_199_000)).toEqual({ unit: 'hour', count: 1 });
  expect(ageOf(49 * 3_600_000)).toEqual({ unit: 'day', count: 2 });
  expect(ageOf(-5)).toEqual({ unit: 'second', count: 0 });
});

describe('a moment', () => {
  it('is told in the zone of the shop', () => {
    expect(formatTime(NOW, SHANGHAI)).toBe('20:42:03');
    expect(formatTime(NOW, { ...SHANGHAI, timeZone: 'UTC' })).toBe('12:42:03');
    expect(formatExactMoment(NOW, SHANGHAI)).toBe('2026-11-20 20:42:03');
  });

  it('is as short as the day allows', () => {
    expect(formatMoment(NOW - 60_000, NOW, SHANGHAI)).toBe('20:41');
    expect(formatMoment(Date.UTC(2026, 10, 17, 4), NOW, SHANGHAI)).toBe('11-17');
    expect(formatMoment(Date.UTC(2025, 10, 17, 4), NOW, SHANGHAI)).toBe('2025-11-17');
  });

  it('belongs to the day it has in the shop, not in UTC', () => {
    const afterMidnight = Date.UTC(2026, 10, 20, 16, 30);
    expect(formatMoment(afterMidnight, afterMidnight + 60_000, SHANGHAI)).toBe('00:30');
    expect(formatMoment(NOW, afterMidnight, SHANGHAI)).toBe('11-20');
  });

  it('has a midnight that begins with nought', () => {
    expect(formatTime(Date.UTC(2026, 10, 20, 16), { locale: 'en', timeZone: 'Asia/Shanghai' })).toBe('00:00:00');
  });
});
