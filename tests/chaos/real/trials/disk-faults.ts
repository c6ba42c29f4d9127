import type { ErrorCode } from '../../../../src/shared/contracts/errors.ts';
import type { SeededRandom } from '../../simulation/seeded-random.ts';

export type Where = 'backend' | 'desk';

/** What a disk does to the process that writes to it, as strace injects it. */
export type DiskFault = {
  readonly what: string;
  /** What stands after `-e inject=`. Calls are counted in each life anew. */
  readonly inject: (random: SeededRandom, where: Where) => string;
  /** It ends the process; else the process has to live on. */
  readonly isDeadly: boolean;
  /** In which of its lives it happens to a machine: up to this one. */
  readonly lives: number;
  /** What the chat pages hear of it when it is the backend's disk, and the person when it is the desk's own; null for nothing. */
  readonly code: { readonly backend: ErrorCode; readonly desk: ErrorCode } | null;
};

/** Calls that fail one after another: a commit is one sync and about ten writes, and most of a desk's writes are its cache's. */
const SYNCS_FAILING = 8;
const WRITES_FAILING = { backend: 80, desk: 120 };
/** So many pass before the first fault: enough to come to work. */
const SYNCS_BEFORE = 20;
const WRITES_BEFORE = 250;

const from = (before: number, random: SeededRandom): number => before + random.below(before);
const severalFrom = (first: number, length: number): string => `${first}..${first + length}`;
const syncs = (random: SeededRandom): string => severalFrom(from(SYNCS_BEFORE, random), SYNCS_FAILING);
const writes = (random: SeededRandom, where: Where): string => severalFrom(from(WRITES_BEFORE, random), WRITES_FAILING[where]);

export const DISK_FAULTS: readonly DiskFault[] = [
  { what: 'killed at its n-th sync', inject: (random) => `fsync,fdatasync:signal=SIGKILL:when=${from(SYNCS_BEFORE, random)}`, isDeadly: true, lives: 3, code: null },
  { what: 'syncs fail (EIO)', inject: (random) => `fsync,fdatasync:error=EIO:when=${syncs(random)}`, isDeadly: false, lives: 1, code: { backend: 'UNAVAILABLE', desk: 'STORAGE_FAILED' } },
  { what: 'writes fail (EIO)', inject: (random, where) => `pwrite64:error=EIO:when=${writes(random, where)}`, isDeadly: false, lives: 1, code: { backend: 'UNAVAILABLE', desk: 'STORAGE_FAILED' } },
  { what: 'the disk is full (ENOSPC)', inject: (random, where) => `pwrite64:error=ENOSPC:when=${writes(random, where)}`, isDeadly: false, lives: 1, code: { backend: 'STORAGE_FULL', desk: 'STORAGE_FULL' } },
];
