/** Thrown where a simulated machine dies in the middle of something; nobody's bug. */
export class SimulatedDeath extends Error {
  constructor() {
    super('the simulated machine died here');
  }
}

/** One life of a process. After its death nothing of it reaches the world: no timer runs, no word goes out. */
export type Incarnation = { readonly isAlive: () => boolean; readonly die: () => void; readonly onDeath: (run: () => void) => void };

export function createIncarnation(): Incarnation {
  let isAlive = true;
  const mourners: (() => void)[] = [];
  return {
    isAlive: () => isAlive,
    die: () => {
      if (!isAlive) return;
      isAlive = false;
      for (const run of mourners.splice(0)) run();
    },
    onDeath: (run) => void mourners.push(run),
  };
}
