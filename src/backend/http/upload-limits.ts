import type { Failure } from '../../shared/contracts/errors.ts';
import { LIMITS } from '../../shared/lib/limits.ts';
import type { Clock } from '../clock.ts';
import { idOf, type Principal } from '../principal.ts';
import { createTokenBuckets } from '../realtime/token-bucket.ts';

/** Files of one principal: two messages full of them at once, then one every two seconds. */
const FILE_RATE = { burst: 2 * LIMITS.attachmentsPerMessage, perSecond: 0.5 };

const DAY_SECONDS = 86_400;
/** Bytes a day of one customer, whom nobody has to know: a visitor is made by asking, and what they send is kept. */
const CUSTOMER_BYTES = 10 * LIMITS.attachmentBytes;
const CUSTOMER_RATE = { burst: CUSTOMER_BYTES, perSecond: CUSTOMER_BYTES / DAY_SECONDS };

const SWEEP_MS = 60_000;

/** What one principal may send, counted before it is read: also what is refused or breaks off later counts. */
export type UploadLimits = {
  /** Null when there is room for a file of `bytes`; else RATE_LIMITED with how long to wait. */
  readonly take: (who: Principal, bytes: number) => Failure | null;
};

const tooMuch = (retryAfterMs: number): Failure => ({ code: 'RATE_LIMITED', details: { retryAfterMs } });

/** Kept in memory, a node for itself: a restart forgets, which costs no more than a day's files again. */
export function createUploadLimits(clock: Clock): UploadLimits {
  const files = createTokenBuckets(clock, FILE_RATE);
  const bytesOfCustomers = createTokenBuckets(clock, CUSTOMER_RATE);
  let sweptAt = clock();
  const sweep = (): void => {
    if (Math.abs(clock() - sweptAt) < SWEEP_MS) return;
    sweptAt = clock();
    for (const buckets of [files, bytesOfCustomers]) buckets.sweep();
  };
  return {
    take: (who, bytes) => {
      sweep();
      const id = idOf(who);
      if (!files.take(id)) return tooMuch(files.waitFor(id));
      if (who.kind === 'customer' && !bytesOfCustomers.take(id, bytes)) return tooMuch(bytesOfCustomers.waitFor(id, bytes));
      return null;
    },
  };
}
