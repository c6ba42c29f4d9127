import { line, tableOfEverywhere } from '../runner/describe-run.ts';
import type { Played } from './played.ts';
import type { RealPart, RealTally } from './run-real.ts';
import type { TrialResult } from './trials/run-trials.ts';

/** Steps of a failing schedule, a line each: what is real can't be played again exactly, but this is what was asked of it. */
function describeFailing({ failing }: Played): string[] {
  return failing.flatMap(({ seed, violations, schedule }) => [
    `FAILED ${seed}: ${violations.slice(0, 3).map(({ rule, what }) => `${rule}: ${what}`).join('; ')}`,
    ...schedule.steps.map((step) => `  ${JSON.stringify(step)}`),
  ]);
}

function describeTrial({ what, missing, problems }: TrialResult): string[] {
  const fate = missing === null ? (problems[0] ?? 'held') : `skipped: no ${missing}`;
  return [line(what, fate), ...problems.slice(1, 4).map((problem) => `  ${problem}`)];
}

function describePart(name: string, part: RealPart): string[] {
  if (part.kind === 'skipped') return [`${name} skipped: no ${part.missing}`];
  const { schedules, operations, events, views, milliseconds, faults, failing } = part.played;
  return [
    `${name}: ${schedules} schedules, ${operations} acts, ${events} events, ${views} screens checked, ${Math.round(milliseconds / 1_000)} s`,
    `faults: ${Object.entries(faults).map(([kind, times]) => `${kind} ${times}`).join(', ')}`,
    ...tableOfEverywhere(failing.flatMap(({ violations }) => violations)),
    ...part.trials.flatMap(describeTrial),
    ...describeFailing(part.played),
  ];
}

/** What came of the schedules and trials over real processes. */
export const describeReal = ({ single, shared }: RealTally): string[] => [
  ...describePart('real processes', single),
  ...describePart('real processes, two nodes on PostgreSQL and Redis', shared),
];
