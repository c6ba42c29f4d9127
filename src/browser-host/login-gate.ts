import { createHash, timingSafeEqual } from 'node:crypto';
import type { Failure } from '../shared/contracts/errors.ts';
import { err, ok, type Result } from '../shared/lib/result.ts';
import type { Random } from '../main/ports/random.ts';

/** One agent, one browser: an address that works once opens a session, and a new address ends it. */
export type LoginGate = {
  /** The key of a new login address. The session before is over from now on. */
  readonly issue: () => string;
  /** The session's secret for its cookie: `LOGIN_ADDRESS_USED` the second time, `FORBIDDEN` for a key that never was. */
  readonly redeem: (key: string) => Result<string, Failure>;
  readonly isSession: (cookie: string | undefined) => boolean;
};

const KEY_BYTES = 32;

/** Compared as digests: equal in length, and in time. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isSame = (one: string | undefined, other: string | null): boolean => one !== undefined && other !== null && timingSafeEqual(digest(one), digest(other));

export function createLoginGate(random: Random): LoginGate {
  const secret = (): string => Buffer.from(random.bytes(KEY_BYTES)).toString('base64url');
  let unused: string | null = null;
  let session: string | null = null;
  /** Keys that were given out in this run and are worth nothing any more. */
  const spent = new Set<string>();

  return {
    issue: () => {
      if (unused !== null) spent.add(unused);
      session = null;
      unused = secret();
      return unused;
    },
    redeem: (key) => {
      if (!isSame(key, unused)) return err({ code: spent.has(key) ? 'LOGIN_ADDRESS_USED' : 'FORBIDDEN' });
      spent.add(key);
      unused = null;
      session = secret();
      return ok(session);
    },
    isSession: (cookie) => isSame(cookie, session),
  };
}
