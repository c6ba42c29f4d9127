import { v7 } from 'uuid';
import type { Clock, Log, Timers } from './machine.ts';

export const systemClock: Clock = () => Date.now();

export const systemTimers: Timers = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** UUIDv7: never seeded, because a second run of the same seed says new things. */
export const systemNewId = (): string => v7();

/** A line of JSON a fact, for whoever started the process. */
export const standardLog: Log = (facts, message) => void process.stdout.write(`${JSON.stringify({ at: new Date(Date.now()).toISOString(), message, ...facts })}\n`);
