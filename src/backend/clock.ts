import type { Id, Instant } from '../shared/contracts/basics.ts';

/** Server time in UTC milliseconds. */
export type Clock = () => Instant;

/** Ends what was started. */
export type Stop = () => void;

/** Timers as they are handed in, so that tests and fault simulations decide when time passes. */
export type Timers = {
  /** Runs once after `ms`. */
  readonly after: (ms: number, run: () => void) => Stop;
  /** Runs every `ms` until stopped. */
  readonly every: (ms: number, run: () => void) => Stop;
  /** Runs once what is already waiting has been handled: the end of this turn of the event loop. */
  readonly soon: (run: () => void) => void;
};

/** Makes UUIDv7. */
export type NewId = () => Id;
