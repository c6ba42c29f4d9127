import type { Clock } from '../../../src/main/ports/clock.ts';

/**
 * A clock that stands still until a test moves it; what falls due on the way runs in order. A jump sets what it shows to
 * another time, and timers go on by real time, as the system's do.
 */
export function createManualClock(start = 1_750_000_000_000) {
  let now = start;
  let offset = 0;
  const timers = new Set<{ readonly due: number; readonly run: () => void }>();
  const clock: Clock = {
    now: () => now + offset,
    after: (milliseconds, run) => {
      const timer = { due: now + milliseconds, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
  };
  function advance(milliseconds: number): void {
    const end = now + milliseconds;
    for (;;) {
      const [next] = [...timers].filter(({ due }) => due <= end).toSorted((one, other) => one.due - other.due);
      if (!next) break;
      timers.delete(next);
      now = Math.max(now, next.due);
      next.run();
    }
    now = end;
  }
  const jump = (milliseconds: number): void => void (offset += milliseconds);
  return { ...clock, advance, jump };
}

export type ManualClock = ReturnType<typeof createManualClock>;
