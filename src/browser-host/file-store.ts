import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KeyValueFile } from '../main/ports/stored-preferences.ts';

/** Writes a file whole or not at all, for this user's eyes only. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, content, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

/** The text of a file, or null when there is none. Throws what the disk refuses: a key that can't be read now must not be made anew. */
export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return null;
    throw problem;
  }
}

function parse(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Named values in one JSON file; one that can't be read any more starts empty. */
export function openValueFile(file: string): KeyValueFile {
  const values = parse(readIfThere(file));
  return {
    get: (key) => values[key],
    set: (key, value) => {
      values[key] = value;
      writeWhole(file, JSON.stringify(values, null, 2));
    },
  };
}
