import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Runs over the items and says what one took on average, in microseconds. */
export function timeItems<T, R>(items: readonly T[], run: (item: T, at: number) => R): { results: R[]; microseconds: number } {
  const start = process.hrtime.bigint();
  const results = items.map(run);
  const took = Number(process.hrtime.bigint() - start) / 1000;
  return { results, microseconds: took / Math.max(items.length, 1) };
}

/** Bytes of the files of a model or index. */
export function folderSize(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
