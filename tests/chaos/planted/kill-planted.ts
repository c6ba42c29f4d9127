import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { RuleName } from '../history/history.ts';
import type { Tally } from '../runner/play-schedules.ts';
import { PLANTED_BUGS, type PlantedBug } from './planted-bugs.ts';

const run = promisify(execFile);
const ROOT = path.join(import.meta.dirname, '../../..');
const PATCHES = path.join(import.meta.dirname, 'patches');
const PLACE = '/dev/shm';
/** What a run needs of the tree. */
const COPIED = ['src', 'resources', 'tests/chaos', 'package.json'];
/** A bug that these don't show is not found: each is an ordinary run, cut short at the first failure. */
const SCHEDULES = 60;
const SEED = 'planted';
const PATIENCE_MS = 600_000;

/** What became of a planted bug: the rules that found it in the first schedule that failed. None, or not its own: a missing test. */
export type Verdict = PlantedBug & { readonly foundBy: readonly RuleName[]; readonly schedules: number; readonly problem: string | null };

export const isKilled = ({ breaks, foundBy }: Verdict): boolean => foundBy.includes(breaks);

function copyTree(folder: string): void {
  for (const part of COPIED) cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
}

async function play(folder: string): Promise<Tally> {
  const json = path.join(folder, 'report.json');
  const options = ['tests/chaos/run.ts', '--schedules', String(SCHEDULES), '--seed', SEED, '--faults', '0.4', '--operations', '120', '--until-first', '--json', json];
  // It ends with 1 when something was found, which is what is hoped for; what counts is in the report.
  await run(process.execPath, options, { cwd: folder, timeout: PATIENCE_MS }).catch(() => undefined);
  return (JSON.parse(readFileSync(json, 'utf8')) as { readonly simulation: Tally }).simulation;
}

async function tryOne(home: string, bug: PlantedBug): Promise<Verdict> {
  const folder = path.join(home, bug.name);
  mkdirSync(folder);
  copyTree(folder);
  try {
    await run('git', ['apply', path.join(PATCHES, `${bug.name}.patch`)], { cwd: folder });
    const { failing, schedules } = await play(folder);
    const rules = [...new Set(failing.flatMap(({ violations }) => violations.map(({ rule }) => rule)))];
    return { ...bug, foundBy: rules, schedules, problem: null };
  } catch (problem) {
    return { ...bug, foundBy: [], schedules: 0, problem: problem instanceof Error ? problem.message : String(problem) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts each bug into a copy of the product, one at a time, and plays schedules until one of them shows it. */
export async function killPlanted(isWanted: (bug: PlantedBug) => boolean = () => true): Promise<Verdict[]> {
  const home = mkdtempSync(path.join(PLACE, 'baton-planted-'));
  const verdicts: Verdict[] = [];
  try {
    for (const bug of PLANTED_BUGS.filter(isWanted)) verdicts.push(await tryOne(home, bug));
    return verdicts;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
