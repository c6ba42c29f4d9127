import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DecryptStringAsyncReturnValue, SafeStorage as ElectronSafeStorage } from 'electron';
import { refuseRest } from '../core/refuse-rest.ts';
import { unmodelled } from '../core/unmodelled.ts';

type Backend = ReturnType<ElectronSafeStorage['getSelectedStorageBackend']>;

const BACKENDS: Readonly<Record<string, Backend>> = {
  basic: 'basic_text',
  'gnome-libsecret': 'gnome_libsecret',
  kwallet5: 'kwallet5',
  kwallet6: 'kwallet6',
};
const VERSION = Buffer.from('v11');
const KEY_FILE = 'standin-keyring';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Electron's `safeStorage`, the asynchronous part. The key lies in a file beside the data: as good as a keyring for a
 * test, and no protection at all. While it is locked it is there, as Electron's is, and refuses all work for now.
 */
export class SafeStorage {
  readonly #userData: () => string;
  readonly #isReady: () => boolean;
  readonly #store: () => string;
  readonly #isLocked: () => boolean;

  /**
   * @param options.store what `--password-store` says
   * @param options.isLocked whether its owner has yet to open it; it is open unless told
   */
  constructor(options: { userData: () => string; isReady: () => boolean; store: () => string; isLocked?: () => boolean }) {
    this.#userData = options.userData;
    this.#isReady = options.isReady;
    this.#store = options.store;
    this.#isLocked = options.isLocked ?? (() => false);
  }

  isEncryptionAvailable(): boolean {
    return this.#isReady();
  }

  isAsyncEncryptionAvailable(): Promise<boolean> {
    return Promise.resolve(this.#isReady());
  }

  getSelectedStorageBackend(): Backend {
    if (!this.#isReady()) return 'unknown';
    return BACKENDS[this.#store()] ?? unmodelled(`the password store '${this.#store()}'`);
  }

  async encryptStringAsync(plainText: string): Promise<Buffer> {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#readKey(), iv);
    const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    return Buffer.concat([VERSION, iv, cipher.getAuthTag(), body]);
  }

  async decryptStringAsync(encrypted: Buffer): Promise<DecryptStringAsyncReturnValue> {
    const [iv, tag, body] = this.#split(encrypted);
    const decipher = createDecipheriv('aes-256-gcm', this.#readKey(), iv).setAuthTag(tag);
    const result = Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    return { result, shouldReEncrypt: false };
  }

  #split(encrypted: Buffer): [iv: Buffer, tag: Buffer, body: Buffer] {
    if (!encrypted.subarray(0, VERSION.length).equals(VERSION)) throw new Error('Ciphertext does not appear to be encrypted.');
    const ivEnd = VERSION.length + IV_BYTES;
    const tagEnd = ivEnd + TAG_BYTES;
    return [encrypted.subarray(VERSION.length, ivEnd), encrypted.subarray(ivEnd, tagEnd), encrypted.subarray(tagEnd)];
  }

  #readKey(): Buffer {
    if (this.#isLocked()) throw new Error('The keyring is temporarily unavailable.');
    const path = join(this.#userData(), KEY_FILE);
    mkdirSync(this.#userData(), { recursive: true });
    try {
      writeFileSync(path, randomBytes(32), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    return readFileSync(path);
  }
}

refuseRest(SafeStorage.prototype, 'SafeStorage');
