import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { Log } from '../../../src/main/ports/log.ts';
import type { Secrets } from '../../../src/main/ports/secrets.ts';
import { systemRandom } from '../../../src/main/ports/system-random.ts';
import { withFiles } from '../../../src/main/sessions/storage/file-failure.ts';
import { openSafeSecrets } from '../../../src/main/settings/safe-secrets.ts';
import { SafeStorage } from '../../electron-standin/desktop/safe-storage.ts';

const PROFILE = 'lin';
const REFUSED = { ok: false, error: { code: 'STORAGE_FAILED' } };
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let folder: string;
let isLocked: boolean;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-secrets-'));
  isLocked = false;
});

/** One start of the application; `basic` is a session of Linux that knows of no keyring. */
const start = (store: 'gnome-libsecret' | 'basic' = 'gnome-libsecret'): Promise<Secrets> => {
  const keyring = new SafeStorage({ userData: () => folder, isReady: () => true, store: () => store, isLocked: () => isLocked });
  return openSafeSecrets({ keyring, folder, platform: 'linux', random: systemRandom, log: silent });
};

const keyOf = (secrets: Secrets) => withFiles(async () => Buffer.from(await secrets.profileKey(PROFILE)).toString('hex'));
const fileOf = (kind: 'secret' | 'key') => path.join(folder, `profile-${PROFILE}.${kind}`);

it('a keyring that can not answer for a moment costs no key: the next one that answers has it still', async () => {
  const key = await keyOf(await start());
  const sealed = readFileSync(fileOf('secret'));
  isLocked = true;
  expect(await keyOf(await start())).toEqual(REFUSED);
  expect(readFileSync(fileOf('secret'))).toEqual(sealed);
  isLocked = false;
  expect(await keyOf(await start())).toEqual(key);
});

it('a start without a keyring makes no second key beside the one that the keyring sealed', async () => {
  const key = await keyOf(await start());
  expect(await keyOf(await start('basic'))).toEqual(REFUSED);
  expect(existsSync(fileOf('key'))).toBe(false);
  expect(await keyOf(await start())).toEqual(key);
});

it('a key from before there was a keyring is taken into it, and lies in the clear no more', async () => {
  const key = await keyOf(await start('basic'));
  expect(await keyOf(await start())).toEqual(key);
  expect([existsSync(fileOf('secret')), existsSync(fileOf('key'))]).toEqual([true, false]);
  expect(await keyOf(await start())).toEqual(key);
});

it('a keyring that does not take a key from before leaves it where it was', async () => {
  const key = await keyOf(await start('basic'));
  isLocked = true;
  expect(await keyOf(await start())).toEqual(REFUSED);
  isLocked = false;
  expect(await keyOf(await start())).toEqual(key);
});

it('a keyring that can not answer is no lost sign-in, and one that takes nothing fails as a disk does', async () => {
  const secrets = await start();
  await secrets.write('sign-in', 'token');
  isLocked = true;
  expect(await withFiles(() => secrets.read('sign-in'))).toEqual(REFUSED);
  expect(await withFiles(() => secrets.write('sign-in', 'other'))).toEqual(REFUSED);
  isLocked = false;
  expect(await secrets.read('sign-in')).toBe('token');
});

it('a key that should be sealed anew, and can not be, is read all the same', async () => {
  const key = await keyOf(await start());
  class Turning extends SafeStorage {
    override decryptStringAsync = async (sealed: Buffer) => {
      const read = await super.decryptStringAsync(sealed);
      isLocked = true;
      return { ...read, shouldReEncrypt: true };
    };
  }
  const keyring = new Turning({ userData: () => folder, isReady: () => true, store: () => 'gnome-libsecret', isLocked: () => isLocked });
  expect(await keyOf(await openSafeSecrets({ keyring, folder, platform: 'linux', random: systemRandom, log: silent }))).toEqual(key);
});
