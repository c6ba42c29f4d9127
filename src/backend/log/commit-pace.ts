import type { Timers } from '../clock.ts';

/** How long a group is gathered while many write, milliseconds: what a message then takes longer at most. */
const REST_MS = 4;

export type PaceDependencies = {
  readonly timers: Timers;
  /** As many as one group takes. */
  readonly full: number;
  readonly waiting: () => number;
  readonly begin: () => void;
};

/** Decides when the next group begins. `look` when something came to wait, `wrote` behind each group with its size. */
export type CommitPace = { readonly look: () => void; readonly wrote: (count: number) => void };

/**
 * A group begins at the end of the turn, but behind a group of several only after a rest, or when it is full: where some came
 * together more will, and a longer group flushes the disk and writes the pages they share once for all of them. Who writes
 * alone keeps nobody waiting. (The same trade as PostgreSQL's commit_delay with commit_siblings.)
 */
export function createCommitPace({ timers, full, waiting, begin }: PaceDependencies): CommitPace {
  let isPlanned = false;
  let isResting = false;
  const look = (): void => {
    if (isPlanned || waiting() === 0 || (isResting && waiting() < full)) return;
    isPlanned = true;
    timers.soon(begin);
  };
  const endRest = (): void => {
    isResting = false;
    look();
  };
  return {
    look,
    wrote: (count) => {
      isPlanned = false;
      if (count > 1 && !isResting) {
        isResting = true;
        timers.after(REST_MS, endRest);
      }
      look();
    },
  };
}
