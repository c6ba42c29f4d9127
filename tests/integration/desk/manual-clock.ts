import type { Clock } from '../../../src/main/ports/clock.ts';

/** A clock that stands still until a test moves it; what falls due on the way runs in order. */
export function createManualClock(start = 1_750_000_000_000) {
  let now = start;
  const timers = new Set<{ readonly due: number; readonly run: () => void }>();
  const clock: Clock = {
    now: () => now,
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
  return { ...clock, advance };
}
