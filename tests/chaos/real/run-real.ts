import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Violation } from '../history/history.ts';
import { makeRealSchedule } from './world/make-real-schedule.ts';
import { sideBySide } from './side-by-side.ts';
import { runTrials, type TrialResult } from './trials/run-trials.ts';
import type { Setting } from './world/real-world.ts';
import { ACTS, type RealSchedule } from './world/real-steps.ts';
import { runRealSchedule } from './world/run-real-schedule.ts';
import { createSqliteSite, makeTemplate } from './world/site.ts';

export type RealWanted = {
  readonly seed: string;
  readonly schedules: number;
  /** Acts of people in each schedule. */
  readonly operations: number;
  /** Faults for every act. */
  readonly faults: number;
  /** Schedules that run beside each other: most of their time they wait. */
  readonly atOnce: number;
};

export type RealFailing = { readonly seed: string; readonly violations: readonly Violation[]; readonly schedule: RealSchedule };

export type RealTally = {
  readonly schedules: number;
  readonly operations: number;
  readonly events: number;
  readonly views: number;
  readonly milliseconds: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly failing: readonly RealFailing[];
  readonly trials: readonly TrialResult[];
};

/** Whether every schedule and every trial held. */
export const isRealSound = ({ failing, trials }: RealTally): boolean => failing.length === 0 && trials.every(({ problems }) => problems.length === 0);

function countFaults(schedules: readonly RealSchedule[]): Record<string, number> {
  const kinds = schedules.flatMap(({ steps }) => steps.map(({ kind }) => kind)).filter((kind) => !ACTS.has(kind) && kind !== 'supervise').toSorted();
  return Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length]));
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

async function playAll(schedules: readonly RealSchedule[], atOnce: number, setting: Setting) {
  const outcomes = await sideBySide(schedules, atOnce, async (schedule) => ({ schedule, ...(await runRealSchedule(schedule, setting)) }));
  return {
    operations: sumOf(outcomes.map(({ operations }) => operations)),
    events: sumOf(outcomes.map(({ events }) => events)),
    views: sumOf(outcomes.map(({ views }) => views)),
    failing: outcomes.filter(({ violations }) => violations.length > 0).map(({ schedule, violations }) => ({ seed: schedule.seed, violations, schedule })),
  };
}

/** Plays schedules of acts and faults over real processes (backends, desks, chat pages, and the ways between them), and the trials. */
export async function runReal({ seed, schedules, operations, faults, atOnce }: RealWanted): Promise<RealTally> {
  const beganAt = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-real-'));
  try {
    const template = await makeTemplate(folder);
    const all = Array.from({ length: schedules }, (_, index) => makeRealSchedule(`${seed}-${index}`, { operations, faults, nodes: 1 }));
    const played = await playAll(all, atOnce, { createSite: async (place) => createSqliteSite(template, place) });
    const trials = await runTrials({ seed, folder, template }, atOnce);
    return { ...played, trials, schedules, faults: countFaults(all), milliseconds: performance.now() - beganAt };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
