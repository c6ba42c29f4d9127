import type { Failure } from '../../shared/contracts/errors.ts';

/** Codes of the system (errno) for a disk or a quota that is full. */
const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);

/** What a file that could not be read or written is to whoever asked: STORAGE_FULL or UNAVAILABLE, and may be asked again. Null for a bug. */
export function diskFailureOf(error: unknown): Failure | null {
  const isOfTheSystem = error instanceof Error && 'code' in error && 'syscall' in error;
  if (!isOfTheSystem) return null;
  return { code: FULL.has(error.code) ? 'STORAGE_FULL' : 'UNAVAILABLE' };
}
