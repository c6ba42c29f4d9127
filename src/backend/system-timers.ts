import type { Timers } from './clock.ts';

/** The machine's own timers. Somebody waits for what runs once, so it keeps the process alive; what repeats doesn't. */
export const systemTimers: Timers = {
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  every: (ms, run) => {
    const timer = setInterval(run, ms).unref();
    return () => clearInterval(timer);
  },
  soon: (run) => {
    setImmediate(run);
  },
};
