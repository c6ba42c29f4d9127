import type { Schedule, Step } from './steps.ts';

type Fails = (schedule: Schedule) => Promise<boolean>;

const without = (steps: readonly Step[], from: number, count: number): Step[] => [...steps.slice(0, from), ...steps.slice(from + count)];

/**
 * The smallest schedule found that still fails: leaves out ever smaller runs of steps as long as it does (after Zeller and
 * Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002). Stops after `tries` attempts.
 */
export async function shrink(schedule: Schedule, fails: Fails, tries: number): Promise<Schedule> {
  let { steps } = schedule;
  let left = tries;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < steps.length && left > 0; left -= 1) {
      const fewer = without(steps, from, size);
      if (await fails({ ...schedule, steps: fewer })) steps = fewer;
      else from += size;
    }
  }
  return { ...schedule, steps };
}
