import type { Failure } from '../../../shared/contracts/errors.ts';

/** Result codes of SQLite (https://sqlite.org/rescode.html). */
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

/** The primary code of what SQLite threw; undefined for anything else. */
const sqliteCodeOf = (problem: unknown): number | undefined =>
  problem instanceof Error && 'errcode' in problem && typeof problem.errcode === 'number' ? problem.errcode & 0xff : undefined;

/** Somebody else has it. */
export const isBusy = (problem: unknown): boolean => sqliteCodeOf(problem) === SQLITE_BUSY;

/** What is read isn't what was written; no waiting mends it. */
export const isDamage = (problem: unknown): boolean => [SQLITE_CORRUPT, SQLITE_NOTADB].includes(sqliteCodeOf(problem) ?? -1);

/** What the disk refuses, as whoever wanted it is told: STORAGE_FULL or STORAGE_FAILED, which a person can mend. Null for a bug. */
export function storageFailure(problem: unknown): Failure | null {
  const code = sqliteCodeOf(problem);
  if (code === SQLITE_FULL) return { code: 'STORAGE_FULL' };
  return code === SQLITE_IOERR || code === SQLITE_CANTOPEN || code === SQLITE_READONLY ? { code: 'STORAGE_FAILED' } : null;
}
