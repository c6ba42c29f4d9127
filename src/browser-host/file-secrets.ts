import { join } from 'node:path';
import type { Random } from '../main/ports/random.ts';
import type { Secrets } from '../main/ports/secrets.ts';
import { readIfThere, writeWhole } from './file-store.ts';

const KEY_BYTES = 32;

/** Tokens live in memory only: a browser's host has no keyring. Profile keys lie in files that only this user can read. */
export function createFileSecrets(folder: string, random: Random): Secrets {
  return {
    canKeep: false,
    read: async () => null,
    write: async () => {
      throw new Error('this host keeps no secrets');
    },
    remove: async () => undefined,
    profileKey: async (profile) => {
      const file = join(folder, `profile-${profile}.key`);
      const known = Buffer.from(readIfThere(file) ?? '', 'base64');
      if (known.byteLength === KEY_BYTES) return known;
      const key = random.bytes(KEY_BYTES);
      writeWhole(file, Buffer.from(key).toString('base64'));
      return key;
    },
  };
}
