import type { Id } from '../../shared/contracts/basics.ts';
import { HEARTBEAT_MS } from '../../shared/lib/protocol.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { NameDirectory } from '../modules/people/name-directory.ts';
import type { PresenceBook } from '../modules/people/presence.ts';
import { BEATS_A_RENEWAL } from './lease-pulse.ts';

type Dependencies = {
  readonly names: Pick<NameDirectory, 'learn'>;
  readonly presence: Pick<PresenceBook, 'leases' | 'renew'>;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
  /** These count as connected now, and didn't before. */
  readonly onAppeared: (accountIds: readonly Id[]) => Promise<void>;
};

export type Arrivals = { readonly arrived: (accountId: Id) => void };

/** A lease that runs for as long is renewed by the pulse in time, and needs no write for a connection that comes back. */
const LONG_ENOUGH_MS = (BEATS_A_RENEWAL + 1) * HEARTBEAT_MS;

/** Who comes back before their lease has ended was never gone: nobody is told. */
async function writeDown({ names, presence, clock, onAppeared }: Dependencies, accountIds: readonly Id[]): Promise<void> {
  const leases = await presence.leases(accountIds);
  const enough = clock() + LONG_ENOUGH_MS;
  const ending = accountIds.filter((accountId) => (leases.get(accountId) ?? 0) < enough);
  await Promise.all([...accountIds.map((accountId) => names.learn(accountId)), presence.renew(ending)]);
  const appeared = accountIds.filter((accountId) => !leases.has(accountId));
  if (appeared.length > 0) await onAppeared(appeared);
}

/** Makes those who connect known by name and connected by lease. One write at a time: who comes meanwhile shares the next. */
export function createArrivals(deps: Dependencies): Arrivals {
  let gathered = new Set<Id>();
  let isWriting = false;
  const write = async (): Promise<void> => {
    isWriting = true;
    while (gathered.size > 0) {
      const accountIds = [...gathered];
      gathered = new Set();
      await writeDown(deps, accountIds).catch((error: unknown) => deps.logger.error({ err: error, accountIds }, 'connections could not be written down'));
    }
    isWriting = false;
  };
  return {
    arrived: (accountId) => {
      gathered.add(accountId);
      if (!isWriting) void write();
    },
  };
}
