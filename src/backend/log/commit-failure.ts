import type { Failure } from '../../shared/contracts/errors.ts';
import { databaseCodeOf, databaseFailureOf, sqliteCodeOf } from '../db/database-failure.ts';

const SQLITE_CONSTRAINT = 19;
/** Class 23, unique violation. */
const POSTGRES_UNIQUE = '23505';

/** Whether an event's id was taken: somebody else's command bears the same id. */
const isTaken = (error: unknown): boolean =>
  (sqliteCodeOf(error) === SQLITE_CONSTRAINT || databaseCodeOf(error) === POSTGRES_UNIQUE) && error instanceof Error && /events|content/.test(error.message);

/** What a thrown error of the database is to whoever asked; null for a bug. */
export function failureOf(error: unknown): Failure | null {
  const failure = databaseFailureOf(error);
  if (failure) return failure;
  if (isTaken(error)) return { code: 'IDEMPOTENCY_MISMATCH' };
  return sqliteCodeOf(error) !== undefined && sqliteCodeOf(error) !== SQLITE_CONSTRAINT ? { code: 'UNAVAILABLE' } : null;
}
