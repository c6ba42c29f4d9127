import { checkHistory } from '../history/check-history.ts';
import type { History, Violation } from '../history/history.ts';
import { SimulatedDeath } from './incarnation.ts';
import { makeLongPast } from './long-past.ts';
import type { Schedule } from './steps.ts';
import { supervise, takeStep } from './take-step.ts';
import type { Place, Template } from './template.ts';
import { createWorld, type World } from './world.ts';
import { hasUnfinished, isQuiet, readPast, writeHistory } from './write-history.ts';

/** People come in before the first act. */
const ARRIVAL_MS = 250;
/** How long a healed world may need to become quiet, and how long it is watched after that: several heartbeats. */
const QUIET_WITHIN_MS = 180_000;
const LOOK_MS = 1_000;
const WATCH_MS = 20_000;

export type Outcome = {
  readonly violations: readonly Violation[];
  readonly operations: number;
  readonly events: number;
  readonly views: number;
  readonly virtualMs: number;
  /** Logs, fates and screens, a line each: the same for every run of a schedule. */
  readonly record: () => string[];
};

/** Hears of errors that nobody caught while `run` goes on. */
async function listening<T>(troubles: string[], run: () => Promise<T>): Promise<T> {
  const hear = (problem: unknown): void => {
    if (!(problem instanceof SimulatedDeath)) troubles.push(`nobody caught: ${problem instanceof Error ? problem.stack : String(problem)}`);
  };
  process.on('unhandledRejection', hear);
  try {
    return await run();
  } finally {
    process.off('unhandledRejection', hear);
  }
}

async function heal(world: World, troubles: string[]): Promise<void> {
  const { timeline, backend, desks, pages } = world;
  for (const machine of [backend, ...desks]) machine.mend();
  await supervise(world);
  for (const { way } of [...desks, ...pages]) way.heal();
  const end = timeline.now() + QUIET_WITHIN_MS;
  const isAtRest = async (): Promise<boolean> => isQuiet(world) && !(await hasUnfinished(world));
  while (timeline.now() < end && !(await isAtRest())) {
    await timeline.runUntil(timeline.now() + LOOK_MS);
    await supervise(world);
  }
  if (!(await isAtRest())) troubles.push('the world did not become quiet');
  await timeline.runUntil(timeline.now() + WATCH_MS);
  troubles.push(...[backend, ...desks].flatMap(({ complaints }) => complaints));
}

async function play(world: World, { steps }: Schedule, troubles: string[]): Promise<History> {
  await supervise(world);
  await world.timeline.runUntil(ARRIVAL_MS);
  const past = await readPast(world);
  for (const step of steps) {
    await world.timeline.runUntil(step.at);
    await takeStep(world, step);
  }
  await heal(world, troubles);
  return writeHistory(world, past, troubles);
}

const recordOf = ({ operations, logs, finalDesks, finalPages, deskViews }: History): string[] =>
  [...logs.flatMap(({ events }) => events), ...operations, ...finalDesks, ...finalPages, { deskViews: deskViews.length }].map((part) => JSON.stringify(part));

const beginningOf = async (template: Template, { beginning }: Schedule): Promise<Place> => template.copy(beginning === 'long' ? await template.prepare('long', (folder) => makeLongPast(template, folder)) : undefined);

/** Plays one schedule in a world of its own and judges what came of it. */
export async function runSchedule(template: Template, schedule: Schedule): Promise<Outcome> {
  const world = createWorld(template, schedule, await beginningOf(template, schedule));
  const troubles: string[] = [];
  try {
    const history = await listening(troubles, () => play(world, schedule, troubles));
    return {
      violations: checkHistory(history),
      operations: history.operations.length,
      events: history.logs.reduce((sum, { events }) => sum + events.length, 0),
      views: history.deskViews.length + history.pageViews.length,
      virtualMs: world.timeline.now(),
      record: () => recordOf(history),
    };
  } finally {
    await world.close();
  }
}
