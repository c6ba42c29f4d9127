/** Takes back what was begun; calling it twice changes nothing. */
export type Undo = () => void;

/** Time as sessions know it. A simulation hands in another one. */
export type Clock = {
  /** UTC epoch milliseconds. */
  readonly now: () => number;
  /** Runs once after so many milliseconds, unless taken back. */
  readonly after: (milliseconds: number, run: () => void) => Undo;
};
