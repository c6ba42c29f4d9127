import type { Id } from '../../shared/contracts/basics.ts';
import { HEARTBEAT_MS } from '../../shared/lib/protocol.ts';
import type { Clock } from '../clock.ts';
import type { PresenceBook } from '../modules/people/presence.ts';

type Dependencies = {
  readonly presence: Pick<PresenceBook, 'renew' | 'lapsedBetween'>;
  readonly clock: Clock;
  /** Somebody's lease ran out. */
  readonly onLapsed: (accountId: Id) => Promise<void>;
};

/** Leases are renewed with each third beat: they run nine, and a write for everybody costs more than the rest of the pulse. */
export const BEATS_A_RENEWAL = 3;

/** Whether as much time has passed since the last beat as may. Behind a clock that jumped, or a process that stood still, those who are here look gone. */
const isRegular = (passed: number): boolean => passed >= 0 && passed <= BEATS_A_RENEWAL * HEARTBEAT_MS;

/** To be called with each beat, with those who are here: their leases are renewed in time, and the lapses of others noticed. */
export function createLeasePulse({ presence, clock, onLapsed }: Dependencies): (accountIds: readonly Id[]) => Promise<void> {
  let lookedAt = clock();
  let beats = 0;
  return async (accountIds) => {
    const now = clock();
    // Counted in beats, not by the clock: one that is set back would let every lease run out.
    beats += 1;
    if (beats % BEATS_A_RENEWAL === 0 || !isRegular(now - lookedAt)) await presence.renew(accountIds);
    const lapsed = await presence.lapsedBetween(lookedAt, now);
    lookedAt = now;
    for (const accountId of lapsed) await onLapsed(accountId);
  };
}
