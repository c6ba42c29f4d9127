import type { Clock } from './clock.ts';
import type { Shelf } from './shelf.ts';

/** For tests: the machine under a page, whose time stands still until it is moved. It stays when the page is opened again. */
export function createManualMachine() {
  const kept = new Map<string, string>();
  let now = 1_750_000_000_000;
  let timers: { readonly due: number; readonly run: () => void }[] = [];

  const shelf: Shelf = {
    read: (name) => kept.get(name) ?? null,
    write: (name, text) => kept.set(name, text).has(name),
    remove: (name) => void kept.delete(name),
    names: (start) => [...kept.keys()].filter((name) => name.startsWith(start)).toSorted(),
  };
  const clock: Clock = {
    now: () => now,
    after: (milliseconds, run) => {
      const timer = { due: now + milliseconds, run };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
  };
  /** Lets time pass; what fell due on the way runs at its end. */
  function advance(milliseconds: number): void {
    now += milliseconds;
    const due = timers.filter((timer) => timer.due <= now);
    timers = timers.filter((timer) => timer.due > now);
    for (const { run } of due) run();
  }
  return { shelf, clock, advance };
}
