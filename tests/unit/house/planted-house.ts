import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../../..');

/** A house of its own in a temporary folder: the real tools and configurations, and only planted sources. */
export type PlantedHouse = {
  /** Adds `text` to the end of `file`, given from the root of the house. */
  readonly write: (file: string, text: string) => Promise<void>;
  /** Runs a tool of node_modules/.bin inside; a refusal is an answer here, not an error. */
  readonly run: (tool: string, args: readonly string[]) => Promise<string>;
  readonly remove: () => Promise<void>;
};

/** `copied`: files and folders of the real repository that the house starts with. */
export async function buildPlantedHouse(copied: readonly string[]): Promise<PlantedHouse> {
  const house = await mkdtemp(path.join(tmpdir(), 'baton-planted-'));
  await symlink(path.join(root, 'node_modules'), path.join(house, 'node_modules'));
  for (const one of copied) await cp(path.join(root, one), path.join(house, one), { recursive: true });
  return {
    write: async (file, text) => {
      await mkdir(path.dirname(path.join(house, file)), { recursive: true });
      await writeFile(path.join(house, file), text, { flag: 'a' });
    },
    run: (tool, args) =>
      new Promise((resolve) => {
        execFile(path.join(root, 'node_modules/.bin', tool), args, { cwd: house, maxBuffer: 2 ** 26 }, (_refusal, stdout) => resolve(stdout));
      }),
    remove: () => rm(house, { recursive: true, force: true }),
  };
}
