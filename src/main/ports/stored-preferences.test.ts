import { describe, expect, it } from 'vitest';
import { createStoredPreferences } from './stored-preferences.ts';

const id = '01900000-0000-7000-8000-000000000001';

function open(values: Record<string, unknown>, now = 0) {
  const file = { get: (key: string) => values[key], set: (key: string, value: unknown) => void (values[key] = value) };
  return createStoredPreferences({ file, newId: () => id, now: () => now, language: 'zh' });
}

describe('preferences', () => {
  it('fall back one by one', () => {
    expect(open({}).settings()).toEqual({ language: 'zh', theme: 'system', enterSends: true, sound: false });
    expect(open({ settings: { language: 'xx', theme: 'dark', enterSends: 'yes', sound: true } }).settings()).toEqual({ language: 'zh', theme: 'dark', enterSends: true, sound: true });
    expect(open({ settings: 'broken' }).settings().theme).toBe('system');
  });

  it('give a device one identity, and every connection a higher epoch, across restarts', () => {
    const values: Record<string, unknown> = {};
    const first = open(values);
    expect([first.deviceId(), first.deviceId()]).toEqual([id, id]);
    expect([first.nextEpoch(), first.nextEpoch(), open(values).nextEpoch()]).toEqual([1, 2, 3]);
  });

  it('give no epoch again that the disk refused, nor a lower one when the clock is set back', () => {
    const refused = open({}, 1_000).nextEpoch();
    const values: Record<string, unknown> = {};
    const kept = open(values, 2_000).nextEpoch();
    expect(kept).toBeGreaterThan(refused);
    expect(open(values, 500).nextEpoch()).toBeGreaterThan(kept);
  });
});
