import { systemClock as clock } from '../../../../src/main/ports/system-clock.ts';
import { checkHistory } from '../../history/check-history.ts';
import type { History, Violation } from '../../history/history.ts';
import { comeToRest } from './come-to-rest.ts';
import type { RealSchedule } from './real-steps.ts';
import { createRealWorld, type RealWorld, type Setting } from './real-world.ts';
import { superviseReal, takeRealStep } from './take-real-step.ts';

export type RealOutcome = { readonly violations: readonly Violation[]; readonly operations: number; readonly events: number; readonly views: number; readonly milliseconds: number };

/** How long people may need to arrive. */
const ARRIVE_WITHIN_MS = 30_000;

const waitUntil = (moment: number): Promise<void> => new Promise((resolve) => void clock.after(Math.max(0, moment - clock.now()), resolve));

/** Everybody is there and at their desk before the first act. */
async function arrive(world: RealWorld): Promise<void> {
  await Promise.all(world.site.nodes.map((node) => node.start()));
  superviseReal(world);
  const isThere = (): boolean => world.desks.every(({ process }) => process?.status()?.isLive) && world.pages.every(({ page }) => page.chat?.line.get().kind === 'open');
  await new Promise<void>((resolve, reject) => {
    const cancel = clock.after(ARRIVE_WITHIN_MS, () => reject(new Error(`nobody came: ${world.site.nodes.flatMap((node) => node.complaints()).join(' ')}`)));
    const look = (): void => {
      // Some die on the way, where disks fail early.
      superviseReal(world);
      if (!isThere()) return;
      undo();
      cancel();
      resolve();
    };
    const undo = world.news.on(look);
    look();
  });
}

/** Lets everybody come, lets the schedule happen, and waits until all is calm again. */
export async function playRealSchedule(world: RealWorld, { steps }: RealSchedule): Promise<History> {
  await arrive(world);
  const begin = clock.now();
  for (const step of steps) {
    await waitUntil(begin + step.at);
    takeRealStep(world, step);
  }
  return comeToRest(world, []);
}

const complaintsOf = ({ site, desks }: RealWorld): string[] => [...site.nodes, ...desks].flatMap((machine) => machine.complaints());
const fallsOf = ({ site }: RealWorld): string[] => site.nodes.filter(({ falls }) => falls > 0).map((node) => `a node ended by itself: ${node.complaints().at(-1) ?? ''}`);

/** Plays one schedule with processes of its own and judges what came of it. */
export async function runRealSchedule(schedule: RealSchedule, setting: Setting): Promise<RealOutcome> {
  const beganAt = clock.now();
  const world = await createRealWorld(schedule, setting);
  try {
    const history = await playRealSchedule(world, schedule);
    // With a database or a broker that is taken away, complaints are what is wanted of a node.
    const complaints = schedule.nodes > 1 ? fallsOf(world) : complaintsOf(world);
    return {
      violations: [...checkHistory(history), ...complaints.map((what) => ({ rule: 'trouble' as const, what }))],
      operations: history.operations.length,
      events: history.logs.reduce((sum, { events }) => sum + events.length, 0),
      views: history.deskViews.length + history.pageViews.length,
      milliseconds: clock.now() - beganAt,
    };
  } finally {
    await world.close();
  }
}
