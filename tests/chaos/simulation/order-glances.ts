import type { FinalOrder } from '../history/history.ts';
import type { SimulatedBackend } from './simulated-backend.ts';

export type SeenOrder = { readonly number: string; readonly version: string };

/** The one order of the first page's customer, as each desk looked at it last. */
export type OrderGlances = {
  readonly seenBy: (login: string) => SeenOrder | null;
  /** Looks, unless the desk has before and `isFresh` isn't asked for: what stands on a screen grows old. */
  readonly look: (login: string, isFresh: boolean) => Promise<void>;
  /** As the shop had it in the beginning, and as it has it now. */
  readonly change: () => Promise<FinalOrder>;
};

export function createOrderGlances(backend: SimulatedBackend, number: string): OrderGlances {
  const seen = new Map<string, SeenOrder>();
  const before = backend.orderVersion(number);
  return {
    seenBy: (login) => seen.get(login) ?? null,
    look: async (login, isFresh) => {
      if (seen.has(login) && !isFresh) return;
      const version = await backend.orderVersion(number);
      if (version !== null) seen.set(login, { number, version });
    },
    change: async () => ({ number, before: await before, after: await backend.orderVersion(number) }),
  };
}
