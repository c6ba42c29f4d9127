import { idSchema } from '../../shared/contracts/basics.ts';
import { settingsSchema, type Settings } from '../../shared/contracts/bridge/app-state.ts';
import type { Preferences } from './preferences.ts';

/** A small file of named JSON values. */
export type KeyValueFile = { readonly get: (key: string) => unknown; readonly set: (key: string, value: unknown) => void };

type Deps = {
  readonly file: KeyValueFile;
  readonly newId: () => string;
  /** UTC epoch milliseconds. */
  readonly now: () => number;
  readonly language: Settings['language'];
};

/** Each setting by itself: what can't be read falls back alone. */
function readSettings(file: KeyValueFile, language: Settings['language']): Settings {
  const { shape } = settingsSchema;
  const stored = (typeof file.get('settings') === 'object' ? file.get('settings') : null) as Record<string, unknown> | null;
  return {
    language: shape.language.catch(language).parse(stored?.['language']),
    theme: shape.theme.catch('system').parse(stored?.['theme']),
    enterSends: shape.enterSends.catch(true).parse(stored?.['enterSends']),
    sound: shape.sound.catch(false).parse(stored?.['sound']),
  };
}

/** Preferences over any file of values. `language` is the machine's, until the person chooses. */
export function createStoredPreferences({ file, newId, now, language }: Deps): Preferences {
  const numberOf = (value: unknown): number => (typeof value === 'number' && Number.isSafeInteger(value) ? value : 0);
  return {
    settings: () => readSettings(file, language),
    changeSettings: (change) => {
      const next = { ...readSettings(file, language), ...change };
      file.set('settings', next);
      return next;
    },
    server: () => {
      const server = file.get('server');
      return typeof server === 'string' ? server : null;
    },
    setServer: (server) => file.set('server', server),
    deviceId: () => {
      const known = idSchema.safeParse(file.get('deviceId'));
      if (known.success) return known.data;
      const deviceId = newId();
      file.set('deviceId', deviceId);
      return deviceId;
    },
    nextEpoch: () => {
      // Where the disk refused the last ones, the clock is still ahead of them: an epoch that was there before is taken for a latecomer's.
      const epoch = Math.max(numberOf(file.get('epoch')) + 1, now());
      file.set('epoch', epoch);
      return epoch;
    },
  };
}
