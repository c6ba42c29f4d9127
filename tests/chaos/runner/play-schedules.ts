import type { Violation } from '../history/history.ts';
import { FOUND_SCHEDULES } from '../simulation/found-schedules.ts';
import { makeSchedule, type Size } from '../simulation/make-schedule.ts';
import { runSchedule, type Outcome } from '../simulation/run-schedule.ts';
import { shrink } from '../simulation/shrink.ts';
import type { Schedule } from '../simulation/steps.ts';
import { createTemplate, type Template } from '../simulation/template.ts';
import { firstDifference } from './first-difference.ts';

export type Wanted = Size & {
  readonly seed: string;
  /** One schedule in so many is played twice and has to come out the same; 0 for none. */
  readonly twiceEvery: number;
  /** Attempts spent on making a failing schedule smaller. */
  readonly shrinkTries: number;
};

export type Failing = { readonly seed: string; readonly violations: readonly Violation[]; readonly smallest: Schedule };

export type Tally = {
  readonly schedules: number;
  /** Acts that people went about. */
  readonly tried: number;
  /** Those of them that came to an outbox: a machine may be down, nothing may be there to resolve, and drafts are not sent. */
  readonly operations: number;
  readonly events: number;
  readonly views: number;
  /** Those that were played twice, and came out equal. */
  readonly playedTwice: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly failing: readonly Failing[];
};

export const NOTHING_PLAYED: Tally = { schedules: 0, tried: 0, operations: 0, events: 0, views: 0, playedTwice: 0, faults: {}, failing: [] };

const ACTS: ReadonlySet<string> = new Set(['agent', 'customer-says', 'customer-reads']);

const countActs = ({ steps }: Schedule): number => steps.filter(({ kind }) => ACTS.has(kind)).length;

function countFaults({ steps }: Schedule): Tally['faults'] {
  const counts: Record<string, number> = {};
  for (const { kind } of steps) if (!ACTS.has(kind) && kind !== 'supervise') counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Adds what was counted of several schedules. */
export function addTallies(one: Tally, other: Tally): Tally {
  const kinds = new Set([...Object.keys(one.faults), ...Object.keys(other.faults)]);
  return {
    schedules: one.schedules + other.schedules,
    tried: one.tried + other.tried,
    operations: one.operations + other.operations,
    events: one.events + other.events,
    views: one.views + other.views,
    playedTwice: one.playedTwice + other.playedTwice,
    faults: Object.fromEntries([...kinds].toSorted().map((kind) => [kind, (one.faults[kind] ?? 0) + (other.faults[kind] ?? 0)])),
    failing: [...one.failing, ...other.failing],
  };
}

type Judged = { readonly outcome: Outcome; readonly violations: readonly Violation[]; readonly isTwiceEqual: boolean };

async function judge(template: Template, schedule: Schedule, isTwice: boolean): Promise<Judged> {
  const outcome = await runSchedule(template, schedule);
  if (!isTwice || outcome.violations.length > 0) return { outcome, violations: outcome.violations, isTwiceEqual: false };
  const again = await runSchedule(template, schedule);
  const difference = firstDifference(outcome.record(), again.record());
  return { outcome, violations: difference === null ? [] : [{ rule: 'trouble', what: `two runs of the same schedule differ: ${difference}` }], isTwiceEqual: difference === null };
}

/** The same rule still broken is the same failure; another one may be another bug. */
async function reduce(template: Template, schedule: Schedule, { violations, tries }: { readonly violations: readonly Violation[]; readonly tries: number }): Promise<Schedule> {
  const rules = new Set(violations.map(({ rule }) => rule));
  return shrink(schedule, async (smaller) => (await runSchedule(template, smaller)).violations.some(({ rule }) => rules.has(rule)), tries);
}

/** Plays one schedule of a run after another, in this process. */
export type Player = { readonly play: (index: number) => Promise<Tally>; readonly close: () => void };

/** The run's schedules are, by their number, those that once found something, then what the seed makes. */
export async function createPlayer(wanted: Wanted): Promise<Player> {
  const { seed, twiceEvery, shrinkTries: tries } = wanted;
  const template = await createTemplate();
  return {
    play: async (index) => {
      const schedule = FOUND_SCHEDULES[index] ?? makeSchedule(`${seed}-${index}`, wanted);
      const { outcome, violations, isTwiceEqual } = await judge(template, schedule, twiceEvery > 0 && index % twiceEvery === 0);
      const failing = violations.length === 0 ? [] : [{ seed: schedule.seed, violations, smallest: await reduce(template, schedule, { violations, tries }) }];
      const { operations, events, views } = outcome;
      return { schedules: 1, tried: countActs(schedule), operations, events, views, playedTwice: isTwiceEqual ? 1 : 0, faults: countFaults(schedule), failing };
    },
    close: template.remove,
  };
}
