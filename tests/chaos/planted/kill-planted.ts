import { fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RuleName } from '../history/history.ts';
import type { Schedule } from '../simulation/steps.ts';
import type { Hunt, Prey } from './hunt.ts';
import { createPatchedTree, type PatchedTree } from './patched-tree.ts';
import { PLANTED_BUGS, type PlantedBug } from './planted-bugs.ts';

/** A bug that neither what is remembered of it nor so many fresh schedules show is not found. */
const SCHEDULES = 60;
const SHRINK_TRIES = 150;

/** What became of a planted bug: every rule that was broken until its own was. Without its own: a missing test. */
export type Verdict = PlantedBug & { readonly foundBy: readonly RuleName[]; readonly schedules: number; readonly problem: string | null };

export const isKilled = ({ breaks, foundBy }: Verdict): boolean => foundBy.includes(breaks);

export type Planting = {
  /** One bug alone; null for all of them. */
  readonly only: string | null;
  readonly processes: number;
  /** Writes down the smallest schedule that shows each bug which what was remembered doesn't show any more. */
  readonly remembers: boolean;
};

/** Where the schedule is kept that shows a bug. */
export const memoryOf = (name: string): string => path.join(import.meta.dirname, 'shown-by', `${name}.json`);

const recall = (name: string): Schedule[] => (existsSync(memoryOf(name)) ? [JSON.parse(readFileSync(memoryOf(name), 'utf8')) as Schedule] : []);

const describe = ({ steps, ...rest }: Schedule): string =>
  `${JSON.stringify(rest).slice(0, -1)},"steps":[\n${steps.map((step) => `  ${JSON.stringify(step)}`).join(',\n')}\n]}\n`;

function hunt(folder: string, wanted: Hunt): Promise<Prey> {
  // All but the patched files are the same from bug to bug: what was compiled for one serves the next.
  const env = { ...process.env, NODE_COMPILE_CACHE: path.join(folder, 'compiled') };
  const child = fork(path.join(folder, 'tests/chaos/planted/hunter.ts'), { cwd: folder, env, execArgv: ['--disable-warning=ExperimentalWarning'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return new Promise((resolve, reject) => {
    let prey: Prey | null = null;
    child.once('message', (message) => (prey = message as Prey));
    // Not before: what it compiled it writes into the folder as it ends, which is removed behind it.
    child.once('exit', (code) => (prey ? resolve(prey) : reject(new Error(`the run ended with ${code} and no answer`))));
    child.send(wanted);
  });
}

async function tryOne(tree: PatchedTree, bug: PlantedBug, remembers: boolean): Promise<Verdict> {
  const known = recall(bug.name);
  try {
    const wanted = { rule: bug.breaks, known, schedules: SCHEDULES, shrinkTries: remembers ? SHRINK_TRIES : 0 };
    const { foundBy, played, shownBy } = await tree.withPatch(bug.name, () => hunt(tree.folder, wanted));
    if (remembers && shownBy && played > known.length) writeFileSync(memoryOf(bug.name), describe(shownBy));
    return { ...bug, foundBy, schedules: played, problem: null };
  } catch (problem) {
    return { ...bug, foundBy: [], schedules: 0, problem: problem instanceof Error ? problem.message : String(problem) };
  }
}

/** Puts each bug into a copy of the product, one at a time, and plays schedules until one breaks the rule that the bug is to break. */
export async function killPlanted({ only, processes, remembers }: Planting): Promise<Verdict[]> {
  const waiting = PLANTED_BUGS.filter(({ name }) => only === null || name === only);
  const verdicts = new Map<string, Verdict>();
  const work = async (): Promise<void> => {
    const tree = createPatchedTree();
    try {
      for (let bug = waiting.shift(); bug; bug = waiting.shift()) verdicts.set(bug.name, await tryOne(tree, bug, remembers));
    } finally {
      tree.remove();
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  return PLANTED_BUGS.flatMap(({ name }) => verdicts.get(name) ?? []);
}
