import type { Id, LocalizedText } from '../../../shared/contracts/basics.ts';
import type { Accounts } from '../accounts/account-repository.ts';

/** Names of staff at hand, for events that can't wait for a query. */
export type NameDirectory = {
  readonly nameOf: (accountId: Id) => LocalizedText | null;
  /** Reads everybody anew. */
  readonly load: () => Promise<void>;
  /** Makes sure that this one is known: called when they connect. */
  readonly learn: (accountId: Id) => Promise<void>;
};

/** A directory over the accounts. */
export function createNameDirectory(accounts: Accounts): NameDirectory {
  const names = new Map<Id, LocalizedText>();
  return {
    nameOf: (accountId) => names.get(accountId) ?? null,
    load: async () => {
      for (const account of await accounts.list()) names.set(account.id, account.name);
    },
    learn: async (accountId) => {
      const account = names.has(accountId) ? null : await accounts.find(accountId);
      if (account) names.set(accountId, account.name);
    },
  };
}
