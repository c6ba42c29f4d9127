import type { ErrorCode, Failure } from '../../shared/contracts/errors.ts';
import type { Result } from '../../shared/lib/result.ts';
import { databaseFailureOf } from '../db/database-failure.ts';

/** What a reaction wanted to append was refused, and that was not to be expected. */
class ReactionRefused extends Error {
  readonly code: ErrorCode;
  constructor(what: string, code: ErrorCode) {
    super(`${what} refused: ${code}`);
    this.code = code;
  }
}

/** A refusal because the world moved on is no error: what it moved on to is followed too. `what`: with its verb, for the log. */
export function expectAccepted(answer: Result<unknown, Failure>, what: string, movedOn: ErrorCode = 'STALE'): void {
  if (!answer.ok && answer.error.code !== movedOn) throw new ReactionRefused(what, answer.error.code);
}

const PASSING: ReadonlySet<ErrorCode> = new Set(['UNAVAILABLE', 'STORAGE_FULL']);

/** Whether an error is everybody's and not of the event in hand: nothing could be written now, whatever came next. */
export const isEverybodys = (error: unknown): boolean => (error instanceof ReactionRefused && PASSING.has(error.code)) || databaseFailureOf(error) !== null;
