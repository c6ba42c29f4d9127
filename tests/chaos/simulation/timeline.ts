import { SimulatedDeath } from './incarnation.ts';

type Planned = { readonly at: number; readonly turn: number; readonly run: () => void; isTakenBack: boolean };

/** The one time of a simulated world: what is planned runs in order, and the world comes to rest before the next. */
export type Timeline = {
  /** Milliseconds since the beginning; no clock of the world shows it as it is. */
  readonly now: () => number;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  readonly runUntil: (end: number) => Promise<void>;
};

const isBefore = (one: Planned, other: Planned): boolean => one.at < other.at || (one.at === other.at && one.turn < other.turn);

/** Puts an entry at its place in an ordered list: most are planned for soon, so the search begins at the front. */
function insert(plan: Planned[], entry: Planned): void {
  let [low, high] = [0, plan.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = plan[middle];
    if (other && isBefore(other, entry)) low = middle + 1;
    else high = middle;
  }
  plan.splice(low, 0, entry);
}

/** Everything in the world waits for promises alone, so one turn of the event loop lets all of it come to rest. */
export const comeToRest = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

function runOne(entry: Planned): void {
  try {
    entry.run();
  } catch (problem) {
    if (!(problem instanceof SimulatedDeath)) throw problem;
  }
}

/** What is real in a simulated world. */
export type RealWork = {
  /** Something real is still being waited for: an HTTP request on its way through the server. */
  readonly isBusy: () => boolean;
  /** And it is at the disk. */
  readonly isAtDisk: () => boolean;
};

/** A timeline at zero. */
export function createTimeline({ isBusy, isAtDisk }: RealWork): Timeline {
  const plan: Planned[] = [];
  let now = 0;
  let turn = 0;
  const takeDue = (end: number): Planned | undefined => {
    while (plan[0]?.isTakenBack) plan.shift();
    return plan[0] && plan[0].at <= end ? plan.shift() : undefined;
  };
  const rest = async (): Promise<void> => {
    await comeToRest();
    while (isBusy()) {
      // What is busy may wait for what was planned for this very moment, as a query that is gathered with others does. But nothing
      // passes what is at the disk: how long that takes is different every time.
      const due = isAtDisk() ? undefined : takeDue(now);
      if (due) runOne(due);
      await comeToRest();
    }
  };
  return {
    now: () => now,
    after: (milliseconds, run) => {
      turn += 1;
      const entry: Planned = { at: now + Math.max(0, Math.ceil(milliseconds)), turn, run, isTakenBack: false };
      insert(plan, entry);
      return () => void (entry.isTakenBack = true);
    },
    runUntil: async (end) => {
      await rest();
      for (let next = takeDue(end); next; next = takeDue(end)) {
        now = next.at;
        runOne(next);
        await rest();
      }
      now = end;
    },
  };
}
