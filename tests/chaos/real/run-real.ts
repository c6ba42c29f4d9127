import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Violation } from '../history/history.ts';
import { makeRealSchedule } from './world/make-real-schedule.ts';
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
};

function countFaults(schedules: readonly RealSchedule[]): Record<string, number> {
  const kinds = schedules.flatMap(({ steps }) => steps.map(({ kind }) => kind)).filter((kind) => !ACTS.has(kind) && kind !== 'supervise').toSorted();
  return Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length]));
}

async function playAll(schedules: readonly RealSchedule[], atOnce: number, setting: Setting): Promise<RealTally> {
  const beganAt = performance.now();
  const left = [...schedules];
  const failing: RealFailing[] = [];
  const sum = { operations: 0, events: 0, views: 0 };
  const playInTurn = async (): Promise<void> => {
    for (let schedule = left.shift(); schedule; schedule = left.shift()) {
      const { violations, operations, events, views } = await runRealSchedule(schedule, setting);
      sum.operations += operations;
      sum.events += events;
      sum.views += views;
      if (violations.length > 0) failing.push({ seed: schedule.seed, violations, schedule });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, playInTurn));
  return { ...sum, schedules: schedules.length, milliseconds: performance.now() - beganAt, faults: countFaults(schedules), failing };
}

/** Plays schedules of acts and faults over real processes: backends, desks, chat pages, and the ways between them. */
export async function runReal({ seed, schedules, operations, faults, atOnce }: RealWanted): Promise<RealTally> {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-real-'));
  try {
    const template = await makeTemplate(folder);
    const all = Array.from({ length: schedules }, (_, index) => makeRealSchedule(`${seed}-${index}`, { operations, faults, nodes: 1 }));
    return await playAll(all, atOnce, { createSite: async (place) => createSqliteSite(template, place) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
