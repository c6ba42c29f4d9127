import type { Fate, Operation } from '../history/history.ts';

export type Entry = { id: string; readonly by: string; readonly conversationId: string; readonly type: string; readonly text: string | null; readonly place: number; seenSeq: number | null; fate: Fate | null; wasParked: boolean };

/** Every act of everybody, as they were told about it. */
export type Ledger = {
  readonly add: (act: Pick<Entry, 'id' | 'by' | 'conversationId' | 'type' | 'text' | 'seenSeq'> & { readonly fate?: Fate; readonly place?: number; readonly wasParked?: boolean }) => void;
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
