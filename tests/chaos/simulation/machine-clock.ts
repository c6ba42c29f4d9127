import type { Timers } from '../../../src/backend/clock.ts';
import type { Clock } from '../../../src/main/ports/clock.ts';
import type { Incarnation } from './incarnation.ts';
import type { Timeline } from './timeline.ts';

/** Where every simulated clock stands at the beginning, in UTC epoch milliseconds. */
export const BEGINNING = 1_750_000_000_000;

/** A machine's wall clock, which may be set to anything; timers go by real time, as the system's do. */
export type WallClock = { readonly now: () => number; readonly jump: (milliseconds: number) => void };

export function createWallClock(timeline: Timeline): WallClock {
  let offset = 0;
  return { now: () => BEGINNING + timeline.now() + offset, jump: (milliseconds) => void (offset += milliseconds) };
}

type Machine = { readonly timeline: Timeline; readonly wall: WallClock; readonly life: Incarnation };

/** The clock of one life on a machine. */
export function createMachineClock({ timeline, wall, life }: Machine): Clock {
  return {
    now: wall.now,
    after: (milliseconds, run) => timeline.after(milliseconds, () => (life.isAlive() ? run() : undefined)),
  };
}

/** The same as the backend wants it. */
export function createMachineTimers(machine: Machine): Timers {
  const { after } = createMachineClock(machine);
  return {
    after,
    every: (milliseconds, run) => {
      let stop = (): void => undefined;
      const again = (): void => {
        stop = after(milliseconds, again);
        run();
      };
      stop = after(milliseconds, again);
      return () => stop();
    },
    soon: (run) => void after(0, run),
  };
}
