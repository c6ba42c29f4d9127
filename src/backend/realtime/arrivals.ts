import type { Id } from '../../shared/contracts/basics.ts';
import type { Logger } from '../logger.ts';
import type { NameDirectory } from '../modules/people/name-directory.ts';
import type { PresenceBook } from '../modules/people/presence.ts';

type Dependencies = {
  readonly names: NameDirectory;
  readonly presence: PresenceBook;
  readonly logger: Logger;
  /** These count as connected now, and didn't before. */
  readonly onAppeared: (accountIds: readonly Id[]) => Promise<void>;
};

export type Arrivals = { readonly arrived: (accountId: Id) => void };

/** Who comes back before their lease has ended was never gone: nobody is told. */
async function writeDown({ names, presence, onAppeared }: Dependencies, accountIds: readonly Id[]): Promise<void> {
  const standing = new Set((await presence.list(accountIds)).filter((one) => one.connected).map((one) => one.agentId));
  await Promise.all([...accountIds.map((accountId) => names.learn(accountId)), presence.renew(accountIds)]);
  const appeared = accountIds.filter((accountId) => !standing.has(accountId));
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
