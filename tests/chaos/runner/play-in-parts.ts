import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { addTallies, NOTHING_PLAYED, type Tally, type Wanted } from './play-schedules.ts';

const PART = new URL('./part.ts', import.meta.url);

export type Run = Wanted & { readonly schedules: number; readonly stopAtFirst: boolean };

/** What a whole run has counted, and how long it took. */
export type RunTally = Tally & { readonly milliseconds: number };

/** The answer to what a process was told. Rejects when it ends without one. */
function ask(child: ChildProcess, index: number): Promise<Tally> {
  const stop = new AbortController();
  const heard = once(child, 'message', stop).then(([tally]) => tally as Tally);
  const ended = once(child, 'exit', stop).then(([code]) => Promise.reject(new Error(`a part of the run ended with ${String(code)} and no answer`)));
  child.send(index);
  return Promise.race([heard, ended]).finally(() => stop.abort());
}

/**
 * Plays schedules in as many processes, each of which gets the next one when it is through with the last; what they find doesn't depend on
 * how many. `onPlayed` is told of each, and of how many there have been.
 */
export async function playInParts({ schedules, stopAtFirst, ...wanted }: Run, processes: number, onPlayed: (tally: Tally, sum: Tally) => void): Promise<RunTally> {
  const startedAt = performance.now();
  let sum = NOTHING_PLAYED;
  let next = 0;
  const isOver = (): boolean => next >= schedules || (stopAtFirst && sum.failing.length > 0);
  const playPart = async (): Promise<void> => {
    const child = fork(PART, { execPath: process.execPath, execArgv: ['--disable-warning=ExperimentalWarning'] });
    child.send(wanted);
    while (!isOver()) {
      const tally = await ask(child, next++);
      sum = addTallies(sum, tally);
      onPlayed(tally, sum);
    }
    child.disconnect();
    await once(child, 'exit');
  };
  await Promise.all(Array.from({ length: Math.min(processes, schedules) }, playPart));
  const failing = sum.failing.toSorted((one, other) => one.seed.localeCompare(other.seed));
  return { ...sum, failing, milliseconds: performance.now() - startedAt };
}
