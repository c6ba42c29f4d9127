/** Runs what has the same key one after another, in the order asked; a failure of one doesn't touch the next. */
export type InTurn = <T>(key: string, run: () => Promise<T>) => Promise<T>;

/** Turns for as many keys as are in hand; a key that nobody is at costs an entry for as long as its work takes. */
export function createInTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return async (key, run) => {
    const before = last.get(key);
    const turn = before ? before.then(run, run) : run();
    last.set(key, turn);
    try {
      return await turn;
    } finally {
      if (last.get(key) === turn) last.delete(key);
    }
  };
}
