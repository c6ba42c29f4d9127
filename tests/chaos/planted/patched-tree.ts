import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = path.join(import.meta.dirname, '../../..');
const PLACE = '/dev/shm';
/** What a run needs of the tree. */
const COPIED = ['src', 'resources', 'tests/chaos', 'package.json'];

export const patchOf = (name: string): string => path.join(import.meta.dirname, 'patches', `${name}.patch`);

/** A copy of the product that one bug after the other is put into. */
export type PatchedTree = {
  readonly folder: string;
  /** Runs with the patch in the tree, and takes it out again. Throws when it no longer applies. */
  readonly withPatch: <T>(name: string, use: () => Promise<T>) => Promise<T>;
  readonly remove: () => void;
};

export function createPatchedTree(): PatchedTree {
  const folder = mkdtempSync(path.join(PLACE, 'baton-planted-'));
  for (const part of COPIED) cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  return {
    folder,
    withPatch: async (name, use) => {
      await run('git', ['apply', patchOf(name)], { cwd: folder });
      try {
        return await use();
      } finally {
        await run('git', ['apply', '--reverse', patchOf(name)], { cwd: folder });
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
