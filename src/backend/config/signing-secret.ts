import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const BYTES = 32;

/** The secret of the environment, or one of its own that this data folder keeps, readable by its owner alone. */
export async function loadSigningSecret(given: string | undefined, dataFolder: string): Promise<Buffer> {
  if (given !== undefined) return Buffer.from(given, 'base64url');
  const file = path.join(dataFolder, 'signing-secret');
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return Buffer.from(kept.trim(), 'base64url');
  const made = randomBytes(BYTES);
  await writeFile(file, made.toString('base64url'), { mode: 0o600, flag: 'wx' });
  return made;
}
