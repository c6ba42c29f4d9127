/** Runs what it is given as soon as there is room. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs at most `count` at a time, the others in their order: what takes a core and much memory must not take every core and all memory. */
export function createGate(count: number): Gate {
  let free = count;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return work().finally(leave);
  };
}
