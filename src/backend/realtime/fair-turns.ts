import type { Timers } from '../clock.ts';

/** How much begins in one turn of the event loop: on SQLite a read is done when it has begun, and takes about a millisecond. */
const A_TURN = 2;

/** Begins work of `who` in this turn of the event loop or in a later one; each one's own work begins in order. */
export type FairTurns = <T>(who: string, work: () => Promise<T>) => Promise<T>;

/**
 * Lets those who ask for much wait, and not those who ask for little: whatever doesn't begin in its turn waits in a queue of its
 * own for each who asks, and they take turns (fair queueing: Nagle, RFC 970). What isn't queued here, as a message that is sent,
 * comes in between.
 */
export function createFairTurns(timers: Pick<Timers, 'soon'>): FairTurns {
  const queues = new Map<string, (() => void)[]>();
  let begun = 0;
  let isPlanned = false;

  const plan = (): void => {
    if (isPlanned) return;
    isPlanned = true;
    timers.soon(turn);
  };

  const beginNext = ([who, queue]: [string, (() => void)[]]): void => {
    const begin = queue.shift();
    // Behind all the others, if there is more.
    queues.delete(who);
    if (queue.length > 0) queues.set(who, queue);
    begin?.();
  };

  const turn = (): void => {
    isPlanned = false;
    begun = 0;
    for (let next = queues.entries().next().value; next && begun < A_TURN; next = queues.entries().next().value) {
      begun += 1;
      beginNext(next);
    }
    if (begun > 0) plan();
  };

  return (who, work) => {
    plan();
    if (begun < A_TURN && !queues.has(who)) {
      begun += 1;
      return work();
    }
    const queue = queues.get(who) ?? [];
    queues.set(who, queue);
    return new Promise((resolve, reject) => {
      queue.push(() => void work().then(resolve, reject));
    });
  };
}
