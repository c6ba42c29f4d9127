import type { SimulatedBackend } from './simulated-backend.ts';

export type SeenOrder = { readonly number: string; readonly version: string };

/** The one order of the first page's customer, as each desk looked at it last. */
export type OrderGlances = {
  readonly seenBy: (login: string) => SeenOrder | null;
  /** Looks, unless the desk has before and `isFresh` isn't asked for: what stands on a screen grows old. */
  readonly look: (login: string, isFresh: boolean) => Promise<void>;
};

export function createOrderGlances(backend: SimulatedBackend, number: string): OrderGlances {
  const seen = new Map<string, SeenOrder>();
  return {
    seenBy: (login) => seen.get(login) ?? null,
    look: async (login, isFresh) => {
      if (seen.has(login) && !isFresh) return;
      const version = await backend.orderVersion(number);
      if (version !== null) seen.set(login, { number, version });
    },
  };
}
