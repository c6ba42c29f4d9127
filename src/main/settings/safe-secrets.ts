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

/** Null when there is none. Throws what the disk refuses: a key that can't be read now must not be made anew. */
const readIfThere = (file: string): Promise<Buffer | null> =>
  readFile(file).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return null;
    throw problem;
  });

/** On Linux the backend may be `basic_text`, which is no secret at all. To be asked after the application is ready. */
async function isSafe(platform: NodeJS.Platform): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  return platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

/** Secrets by the machine's keyring, one file each. */
class KeyringSecrets implements Secrets {
  readonly canKeep = true;
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  readonly read = async (name: string): Promise<string | null> => {
    const file = this.#fileOf(name);
    const sealed = await readIfThere(file);
    if (!sealed) return null;
    try {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed);
      if (shouldReEncrypt) await this.write(name, result);
      return result;
    } catch (problem) {
      this.#deps.log.warn({ file, problem: String(problem) }, 'a secret can not be read any more');
      return null;
    }
  };

  readonly write = async (name: string, value: string): Promise<void> => writeWhole(this.#fileOf(name), await safeStorage.encryptStringAsync(value));

  readonly remove = (name: string): Promise<void> => rm(this.#fileOf(name), { force: true });

  readonly profileKey = async (profile: string): Promise<Uint8Array> => {
    const known = await this.read(`profile-${profile}`);
    if (known !== null) return Buffer.from(known, 'base64');
    const key = this.#deps.random.bytes(KEY_BYTES);
    await this.write(`profile-${profile}`, Buffer.from(key).toString('base64'));
    return key;
  };

  #fileOf(name: string): string {
    return join(this.#deps.folder, `${name}.secret`);
  }
}

/**
 * Without a keyring nothing but profile keys is kept, and those in the clear in files that only this user may read: enough against
 * a copied folder, not against this user's other programs.
 */
const keylessSecrets = ({ folder, random }: Deps): Secrets => ({
  canKeep: false,
  read: async () => null,
  write: async () => {
    throw new Error('there is no safe place for a secret on this machine');
  },
  remove: async () => undefined,
  profileKey: async (profile) => {
    const file = join(folder, `profile-${profile}.key`);
    const known = await readIfThere(file);
    if (known?.byteLength === KEY_BYTES) return known;
    const key = random.bytes(KEY_BYTES);
    await writeWhole(file, key);
    return key;
  },
});

/** Opens the place of secrets that this machine has. To be called after the application is ready. */
export async function openSafeSecrets(deps: Deps): Promise<Secrets> {
  await mkdir(deps.folder, { recursive: true, mode: 0o700 });
  return (await isSafe(deps.platform)) ? new KeyringSecrets(deps) : keylessSecrets(deps);
}
