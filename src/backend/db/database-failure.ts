import type { Failure } from '../../shared/contracts/errors.ts';

/** Result codes of SQLite (https://sqlite.org/rescode.html): busy, locked, read-only, I/O error, can't open. */
const SQLITE_FULL = 13;
const SQLITE_PASSING: ReadonlySet<number> = new Set([5, 6, 8, 10, 14]);
/** Class 53 is insufficient resources, of which 53100 a full disk; class 08, 40, 57: the line, a deadlock, a shutdown. */
const POSTGRES_FULL = '53100';
const POSTGRES_PASSING = /^(08|40|53|57)/;
const LINE_PASSING = /^(ECONN|EPIPE|ETIMEDOUT)/;
/** What the client of PostgreSQL says without a code. */
const LINE_LOST = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout)/;

/** The code that the database, or the line to it, gave. */
export const databaseCodeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** SQLite's primary result code. */
export const sqliteCodeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;

function isPassing(error: unknown): boolean {
  const code = databaseCodeOf(error);
  if (SQLITE_PASSING.has(sqliteCodeOf(error) ?? -1)) return true;
  if (typeof code === 'string' && (POSTGRES_PASSING.test(code) || LINE_PASSING.test(code))) return true;
  return error instanceof Error && LINE_LOST.test(error.message);
}

/** What a database that is full or away is to whoever asked: STORAGE_FULL or UNAVAILABLE, and may be asked again. Null for a bug. */
export function databaseFailureOf(error: unknown): Failure | null {
  if (sqliteCodeOf(error) === SQLITE_FULL || databaseCodeOf(error) === POSTGRES_FULL) return { code: 'STORAGE_FULL' };
  return isPassing(error) ? { code: 'UNAVAILABLE' } : null;
}
