import { failureSchema, type ErrorCode, type Failure } from '../../../shared/contracts/errors.ts';

/** What a failure of the line means for the next attempt. */
export type Verdict =
  /** Try again, with the pause due. */
  | 'later'
  /** The access token is of no use: get another one first. */
  | 'renew'
  /** The session is over: only a person can sign in again. */
  | 'signed-out'
  /** Trying again would not help, or would harm. */
  | 'stop';

const VERDICTS: { readonly [C in ErrorCode]?: Verdict } = {
  TOKEN_EXPIRED: 'renew',
  UNAUTHENTICATED: 'renew',
  SESSION_REVOKED: 'signed-out',
  BAD_CREDENTIALS: 'signed-out',
  SESSION_FENCED: 'stop',
  PROTOCOL_MISMATCH: 'stop',
  ORIGIN_REFUSED: 'stop',
  FORBIDDEN: 'stop',
  BAD_INPUT: 'stop',
};

export const judgeRefusal = (failure: Failure): Verdict => VERDICTS[failure.code] ?? 'later';

/** The failure that the far end gave as its reason, or null for a line that just broke. */
export function readFailure(value: unknown): Failure | null {
  const read = failureSchema.safeParse(value);
  return read.success ? read.data : null;
}
