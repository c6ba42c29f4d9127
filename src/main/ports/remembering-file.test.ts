import { expect, it } from 'vitest';
import { rememberRefused } from './remembering-file.ts';
import { createStoredPreferences } from './stored-preferences.ts';

const id = '01900000-0000-7000-8000-000000000001';

/** A file on a disk that may be full. */
function createFile() {
  const values = new Map<string, unknown>();
  const disk = { isFull: false };
  const set = (key: string, value: unknown): void => {
    if (disk.isFull) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    values.set(key, value);
  };
  return { disk, values, file: { get: (key: string) => values.get(key), set } };
}

it('what a full disk refuses holds until the program ends, and is written once there is room', () => {
  const { disk, values, file } = createFile();
  const warned: object[] = [];
  const open = () => createStoredPreferences({ file: rememberRefused(file, { warn: (facts) => void warned.push(facts) }), newId: () => id, now: () => 0, language: 'zh' });
  const preferences = open();
  expect([preferences.nextEpoch(), preferences.nextEpoch()]).toEqual([1, 2]);
  disk.isFull = true;
  expect([preferences.nextEpoch(), preferences.nextEpoch()]).toEqual([3, 4]);
  expect(preferences.changeSettings({ theme: 'dark' })).toMatchObject({ theme: 'dark' });
  expect(preferences.settings()).toMatchObject({ theme: 'dark' });
  expect(warned).toMatchObject([{ key: 'epoch' }, { key: 'epoch' }, { key: 'settings' }]);
  expect(open().settings()).toMatchObject({ theme: 'system' });
  disk.isFull = false;
  expect(preferences.nextEpoch()).toBe(5);
  expect(values.get('epoch')).toBe(5);
});
