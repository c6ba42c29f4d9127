import type { Fate, Operation, Payload } from '../history/history.ts';

export type Entry = { id: string; by: string; conversationId: string; readonly type: string; readonly text: string | null; readonly payload: Payload; readonly place: number; seenSeq: number | null; fate: Fate | null; wasParked: boolean };

/** Every act of everybody, as they were told about it. */
export type Ledger = {
  readonly add: (act: Pick<Entry, 'id' | 'by' | 'conversationId' | 'type' | 'text' | 'payload' | 'seenSeq'> & { readonly fate?: Fate; readonly place?: number; readonly wasParked?: boolean }) => void;
  /** Says who somebody is whose acts were written down before anybody knew: a customer is known by their page until the first visit is answered. */
  readonly introduce: (page: string, visit: { readonly customerId: string; readonly conversationId: string }) => void;
  readonly settle: (id: string, fate: Fate) => void;
  readonly park: (id: string) => void;
  readonly find: (id: string) => Entry | undefined;
  /** The last of somebody's acts in a conversation that `isWanted`. */
  readonly last: (by: string, conversationId: string, isWanted: (entry: Entry) => boolean) => Entry | undefined;
  /** All of it; `fateOf` says what became of those that nobody has settled. */
  readonly close: (fateOf: (entry: Entry) => Fate) => Operation[];
};

export function createLedger(): Ledger {
  const entries = new Map<string, Entry>();
  return {
    add: ({ fate, place, wasParked, ...act }) => void entries.set(act.id, { ...act, place: place ?? entries.size, fate: fate ?? null, wasParked: wasParked ?? false }),
    introduce: (page, { customerId, conversationId }) => {
      for (const entry of entries.values()) if (entry.by === page) Object.assign(entry, { by: customerId, conversationId });
    },
    settle: (id, fate) => {
      const entry = entries.get(id);
      if (entry) entry.fate = fate;
    },
    park: (id) => {
      const entry = entries.get(id);
      if (entry) entry.wasParked = true;
    },
    find: (id) => entries.get(id),
    last: (by, conversationId, isWanted) => [...entries.values()].findLast((entry) => entry.by === by && entry.conversationId === conversationId && isWanted(entry)),
    close: (fateOf) => [...entries.values()].map((entry) => ({ ...entry, fate: entry.fate ?? fateOf(entry) })),
  };
}
