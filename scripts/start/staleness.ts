import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Files and folders, given from `root`. */
export type BuildFacts = { readonly root: string; readonly sources: readonly string[]; readonly outputs: readonly string[] };

async function filesOf(source: string): Promise<string[]> {
  const facts = await stat(source).catch(() => undefined);
  if (!facts?.isDirectory()) return facts ? [source] : [];
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

const changedAt = async (file: string) => (await stat(file)).mtimeMs;

/** True when an output is missing, or any source that is not a test was changed after the oldest output was written. */
export async function isBuildStale({ root, sources, outputs }: BuildFacts): Promise<boolean> {
  const written = await Promise.all(outputs.map((output) => changedAt(path.join(root, output)))).catch(() => undefined);
  if (!written) return true;
  const oldest = Math.min(...written);
  const lists = await Promise.all(sources.map((source) => filesOf(path.join(root, source))));
  const times = await Promise.all(lists.flat().filter((file) => !/\.test\.tsx?$/.test(file)).map(changedAt));
  return times.some((time) => time > oldest);
}
