import { line, SHOWN } from '../runner/describe-run.ts';
import type { RealTally } from './run-real.ts';
import type { TrialResult } from './trials/run-trials.ts';

/** Steps of a failing schedule, a line each: what is real can't be played again exactly, but this is what was asked of it. */
function describeFailing({ failing }: RealTally): string[] {
  return failing.flatMap(({ seed, violations, schedule }) => [
    `FAILED ${seed}: ${violations.slice(0, 3).map(({ rule, what }) => `${rule}: ${what}`).join('; ')}`,
    ...schedule.steps.map((step) => `  ${JSON.stringify(step)}`),
  ]);
}

function describeTrials({ trials }: RealTally): string[] {
  const fateOf = ({ missing, problems }: TrialResult): string => (missing === null ? (problems[0] ?? 'held') : `skipped: no ${missing}`);
  return trials.flatMap((trial) => [line(trial.what, fateOf(trial)), ...trial.problems.slice(1, 4).map((problem) => `  ${problem}`)]);
}

/** What came of the schedules over real processes. */
export function describeReal(tally: RealTally): string[] {
  const { schedules, operations, events, views, milliseconds, faults, failing } = tally;
  const broken = failing.flatMap(({ violations }) => violations);
  return [
    `real processes: ${schedules} schedules, ${operations} acts, ${events} events, ${views} screens checked, ${Math.round(milliseconds / 1_000)} s`,
    `faults: ${Object.entries(faults).map(([kind, times]) => `${kind} ${times}`).join(', ')}`,
    ...SHOWN.map(([rule, what]) => line(what, broken.filter((violation) => violation.rule === rule).length)),
    ...describeTrials(tally),
    ...describeFailing(tally),
  ];
}
