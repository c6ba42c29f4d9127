import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

const BYTES = 32;

async function readKept(file: string): Promise<Buffer | null> {
  try {
    const kept = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64url');
    // Anything else is what a power loss left of it: nothing may be signed with less.
    return kept.length === BYTES ? kept : null;
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return null;
    throw problem;
  }
}

/** The secret of the environment, or one of its own that this data folder keeps, readable by its owner alone. Throws what the disk refuses. */
export async function loadSigningSecret(given: string | undefined, dataFolder: string): Promise<Buffer> {
  if (given !== undefined) return Buffer.from(given, 'base64url');
  const file = path.join(dataFolder, 'signing-secret');
  const kept = await readKept(file);
  if (kept) return kept;
  const made = randomBytes(BYTES);
  await writeFile(`${file}.new`, made.toString('base64url'), { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return made;
}
