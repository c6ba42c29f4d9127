import type { Tally } from './play-schedules.ts';

/** A run of an hour says where it is so many times. */
const TIMES = 20;

/** Tells standard error of each failing schedule as soon as it is found, and of the run now and then. */
export function tellProgress(schedules: number): (tally: Tally, sum: Tally) => void {
  const every = Math.max(1, Math.ceil(schedules / TIMES));
  return ({ failing }, sum) => {
    for (const { seed, violations } of failing) process.stderr.write(`FAILED ${seed}: ${violations[0]?.rule}: ${violations[0]?.what}\n`);
    if (sum.schedules % every === 0) process.stderr.write(`${sum.schedules} of ${schedules} schedules, ${sum.tried} acts, ${sum.failing.length} failing\n`);
  };
}
