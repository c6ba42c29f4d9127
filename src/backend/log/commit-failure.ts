import type { Failure } from '../../shared/contracts/errors.ts';

const SQLITE_FULL = 13;
const SQLITE_CONSTRAINT = 19;
/** Class 53 (insufficient resources), disk full; class 23, unique violation; class 08, 40, 57: the line, a deadlock, a shutdown. */
const POSTGRES_FULL = '53100';
const POSTGRES_UNIQUE = '23505';
const POSTGRES_PASSING = /^(08|40|53|57)/;

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
const sqliteCodeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;

/** Whether an event's id was taken: somebody else's command bears the same id. */
const isTaken = (error: unknown): boolean =>
  (sqliteCodeOf(error) === SQLITE_CONSTRAINT || codeOf(error) === POSTGRES_UNIQUE) && error instanceof Error && /events|content/.test(error.message);

/** What a thrown error of the database is to whoever asked; null for a bug. */
export function failureOf(error: unknown): Failure | null {
  if (sqliteCodeOf(error) === SQLITE_FULL || codeOf(error) === POSTGRES_FULL) return { code: 'STORAGE_FULL' };
  if (isTaken(error)) return { code: 'IDEMPOTENCY_MISMATCH' };
  if (sqliteCodeOf(error) !== undefined && sqliteCodeOf(error) !== SQLITE_CONSTRAINT) return { code: 'UNAVAILABLE' };
  const code = codeOf(error);
  if (typeof code === 'string' && (POSTGRES_PASSING.test(code) || code.startsWith('ECONN'))) return { code: 'UNAVAILABLE' };
  return null;
}
