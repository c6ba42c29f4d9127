import { safeStorage } from 'electron';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../ports/log.ts';
import type { Random } from '../ports/random.ts';
import type { Secrets } from '../ports/secrets.ts';

type Deps = { readonly folder: string; readonly platform: NodeJS.Platform; readonly random: Random; readonly log: Log };

const KEY_BYTES = 32;

async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  await writeFile(`${file}.new`, content, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}

const readIfThere = (file: string) => readFile(file).catch(() => null);

/** On Linux the backend may be `basic_text`, which is no secret at all. To be asked after the application is ready. */
async function isSafe(platform: NodeJS.Platform): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  return platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

/**
 * Secrets by the machine's keyring, one file each. Without a keyring nothing but profile keys is kept, and those in the clear in
 * files that only this user may read: enough against a copied folder, not against this user's other programs.
 */
export async function openSafeSecrets({ folder, platform, random, log }: Deps): Promise<Secrets> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const canKeep = await isSafe(platform);
  const fileOf = (name: string) => join(folder, `${name}.secret`);

  async function decrypt(file: string, sealed: Buffer): Promise<string | null> {
    try {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed);
      if (shouldReEncrypt) await writeWhole(file, await safeStorage.encryptStringAsync(result));
      return result;
    } catch (problem) {
      log.warn({ file, problem: String(problem) }, 'a secret can not be read any more');
      return null;
    }
  }

  async function read(name: string): Promise<string | null> {
    const sealed = canKeep ? await readIfThere(fileOf(name)) : null;
    return sealed && decrypt(fileOf(name), sealed);
  }

  async function write(name: string, value: string): Promise<void> {
    if (!canKeep) throw new Error('there is no safe place for a secret on this machine');
    await writeWhole(fileOf(name), await safeStorage.encryptStringAsync(value));
  }

  async function plainKey(name: string): Promise<Uint8Array> {
    const file = join(folder, `${name}.key`);
    const known = await readIfThere(file);
    if (known?.byteLength === KEY_BYTES) return known;
    const key = random.bytes(KEY_BYTES);
    await writeWhole(file, key);
    return key;
  }

  async function safeKey(name: string): Promise<Uint8Array> {
    const known = await read(name);
    if (known !== null) return Buffer.from(known, 'base64');
    const key = random.bytes(KEY_BYTES);
    await write(name, Buffer.from(key).toString('base64'));
    return key;
  }

  return {
    canKeep,
    read,
    write,
    remove: (name) => rm(fileOf(name), { force: true }),
    profileKey: (profile) => (canKeep ? safeKey(`profile-${profile}`) : plainKey(`profile-${profile}`)),
  };
}
