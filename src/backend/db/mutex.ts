/** Runs work one after another, in the order asked; a failure of one doesn't touch the next. */
export type Mutex = <T>(work: () => Promise<T> | T) => Promise<T>;

/** A fresh mutex. */
export function createMutex(): Mutex {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  };
}
