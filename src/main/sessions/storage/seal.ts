import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import type { Random } from '../../ports/random.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Turns JSON values into bytes that only the profile's key opens, and back. `label` ties the bytes to their row. */
export type Seal = {
  readonly close: (value: unknown, label: string) => Uint8Array;
  /** Throws when the bytes were changed, moved to another row, or sealed with another key. */
  readonly open: (sealed: Uint8Array, label: string) => unknown;
  readonly canOpen: (sealed: Uint8Array, label: string) => boolean;
};

/** AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce per value; laid out nonce, tag, ciphertext. */
export function createSeal(rawKey: Uint8Array, random: Random): Seal {
  // Made once: from raw bytes each value would prepare the key anew, which takes longer than sealing it.
  const key = createSecretKey(rawKey);
  const decipher = (sealed: Uint8Array, label: string): Buffer => {
    const opening = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(label))
      .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([opening.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), opening.final()]);
  };
  return {
    close: (value, label) => {
      const nonce = random.bytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label));
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open: (sealed, label) => JSON.parse(decipher(sealed, label).toString('utf8')),
    canOpen: (sealed, label) => {
      try {
        decipher(sealed, label);
        return true;
      } catch {
        return false;
      }
    },
  };
}
