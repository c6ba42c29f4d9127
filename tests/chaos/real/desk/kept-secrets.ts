import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createFileSecrets } from '../../../../src/browser-host/file-secrets.ts';
import { readIfThere, writeWhole } from '../../../../src/browser-host/file-store.ts';
import type { Random } from '../../../../src/main/ports/random.ts';
import type { Secrets } from '../../../../src/main/ports/secrets.ts';

/** A machine with a keyring, which is files here: the sign-in outlives its process, as it does on a desk with Electron. */
export function createKeptSecrets(folder: string, random: Random): Secrets {
  const place = (name: string): string => path.join(folder, `${name}.secret`);
  return {
    ...createFileSecrets(folder, random),
    canKeep: true,
    read: async (name) => readIfThere(place(name)),
    write: async (name, value) => writeWhole(place(name), value),
    remove: (name) => rm(place(name), { force: true }),
  };
}
