import type { ErrorCode, Failure } from '../../shared/contracts/errors.ts';

/** The failure that the far end gave as its reason, or null for a line that just broke or an answer of somebody else. */
export function readFailure(value: unknown): Failure | null {
  const isFailure = typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
  return isFailure ? (value as Failure) : null;
}

/**
 * Codes after which the same message may go again unchanged: the part of the error catalogue that says `retry: later`. The
 * catalogue itself comes with its schemas, which a page doesn't load; a test compares the two.
 */
export const RETRY_LATER: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'TOKEN_EXPIRED', 'RATE_LIMITED', 'SHOP_UNAVAILABLE', 'MODEL_UNAVAILABLE', 'UNAVAILABLE', 'STORAGE_FULL', 'STORAGE_FAILED', 'DATABASE_LOCKED',
  'OFFLINE', 'OUTBOX_FULL', 'GAP', 'INTERNAL',
]);

/** The token is of no use: another session has to be asked for before the next attempt. */
export const RENEW: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['TOKEN_EXPIRED', 'UNAUTHENTICATED', 'SESSION_REVOKED', 'BAD_CREDENTIALS']);

/** Trying again would not help: only another page (or another address) can. */
export const STOP: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['PROTOCOL_MISMATCH', 'ORIGIN_REFUSED', 'FORBIDDEN', 'BAD_INPUT', 'NOT_FOUND', 'SESSION_FENCED']);
