import type { UnitOfWork, Writing } from '../../../src/backend/db/unit-of-work.ts';
import { SimulatedDeath } from './incarnation.ts';

/** What becomes of a commit. `crash-*`: the process dies just before or just after; the others fail and live on. */
export type CommitFault = 'crash-before' | 'crash-after' | 'input-output' | 'full';

/** `log`: of appends. `beside`: of all else that is written: cursors, leases, sign-ins, promises, marks. */
export type CommitPlace = 'log' | 'beside';

/** The commit after so many of its place meets it; with `count`, as many in a row. */
export type PlannedFault = { readonly kind: CommitFault; readonly after: number; readonly count: number };

export type Write = UnitOfWork['write'];

export type CommitFaults = {
  readonly plan: (place: CommitPlace, fault: PlannedFault) => void;
  /** Nothing that is planned comes. */
  readonly mend: () => void;
  readonly aroundLog: (commit: () => void) => void;
  readonly aroundWrite: (write: Write) => Write;
};

const ERRCODE = { 'input-output': 10, full: 13 } as const;

/** Counts down to the faults of one place; null when a commit meets none. */
function createCountdown(): { readonly set: (fault: PlannedFault | null) => void; readonly next: () => CommitFault | null } {
  let left: { kind: CommitFault; after: number; count: number } | null = null;
  return {
    set: (fault) => void (left = fault && { ...fault }),
    next: () => {
      if (!left) return null;
      if (left.after > 0) {
        left.after -= 1;
        return null;
      }
      const { kind } = left;
      left.count -= 1;
      if (left.count <= 0) left = null;
      return kind;
    },
  };
}

type Told = {
  /** The process is gone in this instant. */
  readonly die: () => void;
  /** A write beside the log meets a fault. */
  readonly onFaultBeside: () => void;
};

/** The faults of a backend's disk, as its database meets them. */
export function createCommitFaults({ die, onFaultBeside }: Told): CommitFaults {
  const countdowns = { log: createCountdown(), beside: createCountdown() };
  const fail = (kind: CommitFault): never => {
    if (kind === 'input-output' || kind === 'full') throw Object.assign(new Error(`simulated: ${kind}`), { errcode: ERRCODE[kind] });
    die();
    throw new SimulatedDeath();
  };
  return {
    plan: (place, fault) => countdowns[place].set(fault),
    mend: () => {
      for (const countdown of Object.values(countdowns)) countdown.set(null);
    },
    aroundLog: (commit) => {
      const kind = countdowns.log.next();
      if (!kind || kind === 'crash-after') commit();
      if (kind) fail(kind);
    },
    aroundWrite: (write) => async <T>(work: (db: Writing) => Promise<T>): Promise<T> => {
      const kind = countdowns.beside.next();
      if (!kind) return write(work);
      onFaultBeside();
      if (kind !== 'crash-after') return write(async (db) => (await work(db), fail(kind)));
      await write(work);
      return fail(kind);
    },
  };
}
