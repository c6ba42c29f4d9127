import type { Timers } from '../clock.ts';

export type FairTurns<W> = {
  /** Begins work of `who` in this turn of the event loop or in a later one; each one's own work begins in order. */
  readonly begin: <T>(who: W, work: () => Promise<T>) => Promise<T>;
  /** How much of theirs has not begun. */
  readonly waitingOf: (who: W) => number;
  /** They may begin again, after they might not. */
  readonly resume: (who: W) => void;
};

type Queue = (() => void)[];

type Options<W> = {
  readonly timers: Pick<Timers, 'soon'>;
  /** Nothing begins of who may not, until `resume`. */
  readonly mayBegin: (who: W) => boolean;
};

/** What waits, by who asked for it. */
function createQueues<W>(mayBegin: (who: W) => boolean) {
  const queues = new Map<W, Queue>();
  /** Of those who may not begin: nobody looks at them in a turn. */
  const parked = new Map<W, Queue>();
  const queueOf = (who: W): Queue | undefined => queues.get(who) ?? parked.get(who);

  const beginOne = (who: W, queue: Queue): boolean => {
    queues.delete(who);
    if (!mayBegin(who)) {
      parked.set(who, queue);
      return false;
    }
    const work = queue.shift();
    // Behind all the others, if there is more.
    if (queue.length > 0) queues.set(who, queue);
    work?.();
    return true;
  };

  return {
    waitingOf: (who: W) => queueOf(who)?.length ?? 0,
    join: (who: W, work: () => void) => {
      const queue = queueOf(who) ?? [];
      queue.push(work);
      if (!parked.has(who)) (mayBegin(who) ? queues : parked).set(who, queue);
    },
    /** Begins something of the first who may; false when there is none. */
    beginNext: () => {
      for (const [who, queue] of queues) if (beginOne(who, queue)) return true;
      return false;
    },
    unpark: (who: W) => {
      const queue = parked.get(who);
      if (queue) queues.set(who, queue);
      return parked.delete(who);
    },
  };
}

/**
 * Lets those who ask for much wait, and not those who ask for little: one piece of work begins in a turn of the event loop, since on
 * SQLite a read is done when it has begun. The others wait in a queue of their own for each who asks, and they take turns (fair
 * queueing: Nagle, RFC 970). What isn't queued here, as a message that is sent, comes in between.
 */
export function createFairTurns<W>({ timers, mayBegin }: Options<W>): FairTurns<W> {
  const { waitingOf, join, beginNext, unpark } = createQueues(mayBegin);
  /** Something has begun in this turn, or may in the next. */
  let isPlanned = false;

  const plan = (): void => {
    if (isPlanned) return;
    isPlanned = true;
    timers.soon(turn);
  };

  function turn(): void {
    isPlanned = false;
    if (beginNext()) plan();
  }

  return {
    begin: (who, work) => {
      if (!isPlanned && waitingOf(who) === 0 && mayBegin(who)) {
        plan();
        return work();
      }
      return new Promise((resolve, reject) => {
        join(who, () => void work().then(resolve, reject));
      });
    },
    waitingOf,
    resume: (who) => {
      if (unpark(who)) plan();
    },
  };
}
