import type { SafeStorage } from 'electron';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../ports/log.ts';
import type { Random } from '../ports/random.ts';
import { KeyringRefused, type Secrets } from '../ports/secrets.ts';

/** What of Electron's `safeStorage` is asked. */
type Keyring = Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'>;

type Deps = { readonly keyring: Keyring; readonly folder: string; readonly platform: NodeJS.Platform; readonly random: Random; readonly log: Log };

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
async function isSafe({ keyring, platform }: Deps): Promise<boolean> {
  if (!(await keyring.isAsyncEncryptionAvailable())) return false;
  return platform !== 'linux' || keyring.getSelectedStorageBackend() !== 'basic_text';
}

const secretFile = ({ folder }: Deps, name: string): string => join(folder, `${name}.secret`);
const keyName = (profile: string): string => `profile-${profile}`;
const clearKeyFile = ({ folder }: Deps, profile: string): string => join(folder, `${keyName(profile)}.key`);

async function readClearKey(deps: Deps, profile: string): Promise<Uint8Array | null> {
  const known = await readIfThere(clearKeyFile(deps, profile));
  return known?.byteLength === KEY_BYTES ? known : null;
}

/** Secrets by the machine's keyring, one file each. Whatever the keyring refuses is `KeyringRefused`, never "there is none". */
class KeyringSecrets implements Secrets {
  readonly canKeep = true;
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  readonly read = async (name: string): Promise<string | null> => {
    const sealed = await readIfThere(secretFile(this.#deps, name));
    if (!sealed) return null;
    const { result, shouldReEncrypt } = await this.#ask(name, (keyring) => keyring.decryptStringAsync(sealed));
    if (shouldReEncrypt) await this.#sealAnew(name, result);
    return result;
  };

  readonly write = async (name: string, value: string): Promise<void> =>
    writeWhole(secretFile(this.#deps, name), await this.#ask(name, (keyring) => keyring.encryptStringAsync(value)));

  readonly remove = (name: string): Promise<void> => rm(secretFile(this.#deps, name), { force: true });

  readonly profileKey = async (profile: string): Promise<Uint8Array> => {
    const known = await this.read(keyName(profile));
    if (known !== null) return Buffer.from(known, 'base64');
    const key = (await readClearKey(this.#deps, profile)) ?? this.#deps.random.bytes(KEY_BYTES);
    await this.write(keyName(profile), Buffer.from(key).toString('base64'));
    // What a start without a keyring left in the clear: only now is it kept elsewhere.
    await rm(clearKeyFile(this.#deps, profile), { force: true });
    return key;
  };

  /** The value is at hand, and its old seal still opens: what refuses the new one costs nothing now. */
  async #sealAnew(name: string, value: string): Promise<void> {
    try {
      await this.write(name, value);
    } catch (problem) {
      this.#deps.log.warn({ name, problem: String(problem) }, 'a secret could not be sealed anew');
    }
  }

  async #ask<T>(name: string, work: (keyring: Keyring) => Promise<T>): Promise<T> {
    try {
      return await work(this.#deps.keyring);
    } catch (problem) {
      this.#deps.log.warn({ file: secretFile(this.#deps, name), problem: String(problem) }, 'the keyring refused a secret');
      throw new KeyringRefused(`the keyring refused ${name}`, { cause: problem });
    }
  }
}

/**
 * Without a keyring nothing but profile keys is kept, and those in the clear in files that only this user may read: enough against
 * a copied folder, not against this user's other programs. A key that a keyring sealed at an earlier start is not made a second
 * time: what it seals would look damaged to the second one. `KeyringRefused` until the keyring is back.
 */
const keylessSecrets = (deps: Deps): Secrets => ({
  canKeep: false,
  read: async () => null,
  write: async () => {
    throw new Error('there is no safe place for a secret on this machine');
  },
  remove: async () => undefined,
  profileKey: async (profile) => {
    const file = secretFile(deps, keyName(profile));
    if (await readIfThere(file)) {
      deps.log.warn({ file }, 'the key of this profile lies in a keyring that is not there');
      throw new KeyringRefused(`no keyring for ${keyName(profile)}`);
    }
    const known = await readClearKey(deps, profile);
    if (known) return known;
    const key = deps.random.bytes(KEY_BYTES);
    await writeWhole(clearKeyFile(deps, profile), key);
    return key;
  },
});

/** Opens the place of secrets that this machine has. To be called after the application is ready. */
export async function openSafeSecrets(deps: Deps): Promise<Secrets> {
  await mkdir(deps.folder, { recursive: true, mode: 0o700 });
  return (await isSafe(deps)) ? new KeyringSecrets(deps) : keylessSecrets(deps);
}
