import ElectronStore from 'electron-store';
import type { KeyValueFile } from '../ports/stored-preferences.ts';

/** Preferences in `preferences.json` of the user's data. A file that isn't JSON any more starts empty. */
export function openPreferenceFile(): KeyValueFile {
  const store = new ElectronStore<Record<string, unknown>>({ name: 'preferences', clearInvalidConfig: true });
  return { get: (key) => store.get(key), set: (key, value) => store.set(key, value) };
}
