import { z } from 'zod';

/** How an error is answered over HTTP and whether the same act may be tried again unchanged. */
type ErrorFacts = { readonly status: number; readonly retry: 'never' | 'later' | 'after-change' };

/**
 * The closed catalogue: every failure that leaves a room has one of these codes. `docs/errors.md` explains each (a test
 * compares the two); the renderer turns codes into sentences.
 */
export const ERRORS = {
  BAD_INPUT: { status: 400, retry: 'after-change' },
  TOO_LARGE: { status: 413, retry: 'after-change' },
  UNSUPPORTED_FILE: { status: 415, retry: 'after-change' },
  BAD_CREDENTIALS: { status: 401, retry: 'after-change' },
  UNAUTHENTICATED: { status: 401, retry: 'after-change' },
  TOKEN_EXPIRED: { status: 401, retry: 'later' },
  SESSION_REVOKED: { status: 401, retry: 'never' },
  SESSION_FENCED: { status: 409, retry: 'never' },
  FORBIDDEN: { status: 403, retry: 'never' },
  ORIGIN_REFUSED: { status: 403, retry: 'never' },
  LOGIN_ADDRESS_USED: { status: 403, retry: 'never' },
  NOT_FOUND: { status: 404, retry: 'never' },
  UNKNOWN_COMMAND: { status: 400, retry: 'never' },
  PROTOCOL_MISMATCH: { status: 426, retry: 'never' },
  RATE_LIMITED: { status: 429, retry: 'later' },
  STALE: { status: 409, retry: 'after-change' },
  STALE_ORDER: { status: 409, retry: 'after-change' },
  STALE_TICKET: { status: 409, retry: 'after-change' },
  IDEMPOTENCY_MISMATCH: { status: 409, retry: 'never' },
  NOT_OWNER: { status: 409, retry: 'after-change' },
  EPISODE_CLOSED: { status: 409, retry: 'after-change' },
  TRANSITION_REFUSED: { status: 409, retry: 'after-change' },
  ACTION_NOT_OFFERED: { status: 409, retry: 'after-change' },
  OVER_LIMIT: { status: 409, retry: 'after-change' },
  APPROVER_IS_PROPOSER: { status: 403, retry: 'never' },
  SHOP_UNAVAILABLE: { status: 503, retry: 'later' },
  MODEL_UNAVAILABLE: { status: 503, retry: 'later' },
  UNAVAILABLE: { status: 503, retry: 'later' },
  STORAGE_FULL: { status: 507, retry: 'later' },
  STORAGE_FAILED: { status: 507, retry: 'later' },
  DATABASE_LOCKED: { status: 503, retry: 'later' },
  DATABASE_TOO_NEW: { status: 500, retry: 'never' },
  JOURNAL_CORRUPT: { status: 500, retry: 'never' },
  WORK_CORRUPT: { status: 500, retry: 'never' },
  PORT_IN_USE: { status: 500, retry: 'after-change' },
  OFFLINE: { status: 503, retry: 'later' },
  NOT_SIGNED_IN: { status: 401, retry: 'after-change' },
  UNSENT_MESSAGES: { status: 409, retry: 'after-change' },
  COMPOSER_TAKEN: { status: 409, retry: 'after-change' },
  OUTBOX_FULL: { status: 507, retry: 'later' },
  GAP: { status: 409, retry: 'later' },
  NO_DISPLAY: { status: 500, retry: 'never' },
  NO_ELECTRON: { status: 500, retry: 'never' },
  INTERNAL: { status: 500, retry: 'later' },
} as const satisfies Record<string, ErrorFacts>;

export type ErrorCode = keyof typeof ERRORS;

export const errorCodes = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];

/**
 * A failure as it crosses rooms: a code, and facts for the sentence that the reader's language makes of it. `details` holds
 * JSON values only and never customer text, except `events` of `STALE`, which are the events the act had not seen.
 */
export const failureSchema = z.object({
  code: z.enum(errorCodes),
  details: z.record(z.string(), z.json()).optional(),
});
export type Failure = { readonly code: ErrorCode; readonly details?: { readonly [key: string]: unknown } | undefined };
