import type { RuleName } from '../history/history.ts';
import { FOUND_SCHEDULES } from '../simulation/found-schedules.ts';
import { makeSchedule } from '../simulation/make-schedule.ts';
import { runSchedule } from '../simulation/run-schedule.ts';
import { shrink } from '../simulation/shrink.ts';
import type { Schedule } from '../simulation/steps.ts';
import { createTemplate, type Template } from '../simulation/template.ts';

export type Hunt = {
  readonly rule: RuleName;
  /** What has shown the bug before; played first. */
  readonly known: readonly Schedule[];
  /** Fresh schedules that are tried after it, and after those that once showed a bug of Baton's own. */
  readonly schedules: number;
  /** Attempts spent on making what shows the bug smaller; 0 when it isn't to be remembered. */
  readonly shrinkTries: number;
};

/** `foundBy`: every rule that anything played has broken. `shownBy`: what broke the rule that was asked for, made small. */
export type Prey = { readonly foundBy: readonly RuleName[]; readonly played: number; readonly shownBy: Schedule | null };

const SIZE = { operations: 120, faults: 0.4 };

const rulesOf = async (template: Template, schedule: Schedule): Promise<RuleName[]> => (await runSchedule(template, schedule)).violations.map(({ rule }) => rule);

async function search(template: Template, { rule, known, schedules, shrinkTries }: Hunt): Promise<Prey> {
  const foundBy = new Set<RuleName>();
  const first = [...known, ...FOUND_SCHEDULES];
  for (let played = 1; played <= first.length + schedules; played += 1) {
    const schedule = first[played - 1] ?? makeSchedule(`planted-${played - first.length}`, SIZE);
    const rules = await rulesOf(template, schedule);
    for (const broken of rules) foundBy.add(broken);
    if (!rules.includes(rule)) continue;
    const shownBy = await shrink(schedule, async (smaller) => (await rulesOf(template, smaller)).includes(rule), shrinkTries);
    return { foundBy: [...foundBy], played, shownBy };
  }
  return { foundBy: [...foundBy], played: first.length + schedules, shownBy: null };
}

/** Plays schedules in this tree, as it is patched now, until one breaks the rule. */
export async function hunt(wanted: Hunt): Promise<Prey> {
  const template = await createTemplate();
  try {
    return await search(template, wanted);
  } finally {
    template.remove();
  }
}
