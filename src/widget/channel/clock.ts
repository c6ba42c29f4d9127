/** Takes back what was begun; calling it twice changes nothing. */
export type Undo = () => void;

/** Time as the chat knows it: tests hand in another one. */
export type Clock = {
  /** UTC epoch milliseconds. */
  readonly now: () => number;
  /** Runs once after so many milliseconds, unless taken back. */
  readonly after: (milliseconds: number, run: () => void) => Undo;
};

/** Chance as the chat knows it. */
export type Random = {
  /** In 0..1, 1 excluded. */
  readonly fraction: () => number;
  /** Cryptographically strong outside tests: secrets and ids are made of it. */
  readonly bytes: (count: number) => Uint8Array;
};
