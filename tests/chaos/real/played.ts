import type { Violation } from '../history/history.ts';
import { sideBySide } from './side-by-side.ts';
import { makeRealSchedule, type RealSize } from './world/make-real-schedule.ts';
import { ACTS, type RealSchedule } from './world/real-steps.ts';
import type { Setting } from './world/real-world.ts';
import { runRealSchedule } from './world/run-real-schedule.ts';

export type RealFailing = { readonly seed: string; readonly violations: readonly Violation[]; readonly schedule: RealSchedule };

/** What came of a number of schedules. */
export type Played = {
  readonly schedules: number;
  readonly operations: number;
  readonly events: number;
  readonly views: number;
  readonly milliseconds: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly failing: readonly RealFailing[];
};

export type Playing = RealSize & {
  readonly seed: string;
  readonly schedules: number;
  /** Schedules that run beside each other: most of their time they wait. */
  readonly atOnce: number;
};

function countFaults(schedules: readonly RealSchedule[]): Record<string, number> {
  const kinds = schedules.flatMap(({ steps }) => steps.map(({ kind }) => kind)).filter((kind) => !ACTS.has(kind) && kind !== 'supervise').toSorted();
  return Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length]));
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Plays schedules that a seed makes. */
export async function playSchedules({ seed, schedules, atOnce, ...size }: Playing, setting: Setting): Promise<Played> {
  const beganAt = performance.now();
  const all = Array.from({ length: schedules }, (_, index) => makeRealSchedule(`${seed}-${index}`, size));
  const outcomes = await sideBySide(all, atOnce, async (schedule) => ({ schedule, ...(await runRealSchedule(schedule, setting)) }));
  return {
    schedules,
    operations: sumOf(outcomes.map(({ operations }) => operations)),
    events: sumOf(outcomes.map(({ events }) => events)),
    views: sumOf(outcomes.map(({ views }) => views)),
    milliseconds: performance.now() - beganAt,
    faults: countFaults(all),
    failing: outcomes.filter(({ violations }) => violations.length > 0).map(({ schedule, violations }) => ({ seed: schedule.seed, violations, schedule })),
  };
}
