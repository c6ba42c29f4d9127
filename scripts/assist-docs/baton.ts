import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../src/cli/evaluate/report.ts';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** Runs the command line as a user would; a failure ends the run. */
export function runBaton(...flags: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...flags], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`baton ${flags.join(' ')}: ${stderr}`);
  return stdout;
}

/** Runs `baton evaluate` and returns its report. */
export function evaluate(folder: string, ...flags: readonly string[]): Report {
  const path = join(folder, 'report.json');
  runBaton('evaluate', ...flags, '--json', path);
  return JSON.parse(readFileSync(path, 'utf8')) as Report;
}

/** Writes JSON lines and returns the path. */
export function writeLines(path: string, items: readonly unknown[]): string {
  writeFileSync(path, items.map((item) => `${JSON.stringify(item)}\n`).join(''));
  return path;
}

export function readLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}
