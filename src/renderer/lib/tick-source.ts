/** The screen's one clock: everybody who shows a running time listens to the same tick. */
export interface TickSource {
  /** The instant of the last tick, in UTC milliseconds. */
  readonly now: () => number;
  /** Calls the listener after each tick until the returned undo is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Where the time and its beat come from; handed in so that tests decide. `every` returns its own undo. */
export interface Beat {
  readonly now: () => number;
  readonly every: (milliseconds: number, beat: () => void) => () => void;
}

const PERIOD = 1000;

/** One tick a second for as long as anybody listens; nobody listening, nothing runs. */
export function createTickSource(beat: Beat): TickSource {
  const listeners = new Set<() => void>();
  let current = beat.now();
  let stop: (() => void) | null = null;

  const tick = (): void => {
    current = beat.now();
    for (const listener of listeners) listener();
  };

  return {
    now: () => current,
    subscribe(listener) {
      listeners.add(listener);
      if (stop === null) {
        current = beat.now();
        stop = beat.every(PERIOD, tick);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
      };
    },
  };
}
