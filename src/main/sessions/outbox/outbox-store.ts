import type { DatabaseSync } from 'node:sqlite';
import { outboxEntrySchema, type OutboxEntry } from '../../../shared/contracts/bridge/outbox.ts';
import type { Seal } from '../storage/seal.ts';
import { inTransaction, isStorageFull } from '../storage/store-file.ts';

/** An entry with what only the outbox needs to know. */
export type Stored = {
  /** Order over all conversations; kept when an entry goes again. */
  readonly place: number;
  readonly entry: OutboxEntry;
  /** It was sent once and no answer came: the backend may have it. */
  readonly attempted: boolean;
};

/** The outbox on disk and in memory, always the same. What throws here (a full disk) has changed nothing. */
export type OutboxStore = {
  readonly find: (id: string) => Stored | null;
  /** In order of place. */
  readonly line: (conversationId: string) => readonly Stored[];
  readonly all: () => Stored[];
  readonly size: () => number;
  readonly conversations: () => string[];
  readonly add: (entry: OutboxEntry) => void;
  /** All of them at once; each replaces what has its place. */
  readonly put: (changed: readonly Stored[]) => void;
  readonly remove: (stored: Stored) => void;
  /**
   * As `put` and `remove`, for what the backend can be asked again by the same id: a full disk doesn't stop them, and after a
   * crash the entry goes once more and gets the same answer.
   */
  readonly track: (changed: readonly Stored[]) => void;
  readonly settle: (stored: Stored) => void;
};

const labelOf = (id: string): string => `outbox:${id}`;

/** What was in flight when the process ended may or may not have arrived: it goes again, with the same id. */
function afterRestart(entry: OutboxEntry): OutboxEntry {
  return entry.state.kind === 'in-flight' ? { ...entry, state: { kind: 'queued' } } : entry;
}

function load(db: DatabaseSync, seal: Seal): Stored[] {
  const rows = db.prepare('SELECT place, id, body FROM outbox ORDER BY place').all();
  return rows.map((row) => {
    const body = seal.open(row['body'] as Uint8Array, labelOf(String(row['id']))) as { entry: unknown; attempted: boolean };
    return { place: Number(row['place']), entry: afterRestart(outboxEntrySchema.parse(body.entry)), attempted: body.attempted };
  });
}

export function createOutboxStore(db: DatabaseSync, seal: Seal): OutboxStore {
  const insert = db.prepare('INSERT INTO outbox (place, id, body) VALUES (?, ?, ?)');
  const update = db.prepare('UPDATE outbox SET id = ?, body = ? WHERE place = ?');
  const erase = db.prepare('DELETE FROM outbox WHERE place = ?');
  const byId = new Map<string, Stored>();
  const lines = new Map<string, Stored[]>();
  let lastPlace = 0;

  const line = (conversationId: string): readonly Stored[] => lines.get(conversationId) ?? [];
  const sealed = ({ entry, attempted }: Stored): Uint8Array => seal.close({ entry, attempted }, labelOf(entry.id));

  function remember(stored: Stored): void {
    byId.set(stored.entry.id, stored);
    const { conversationId } = stored.entry;
    lines.set(conversationId, [...line(conversationId), stored].toSorted((one, other) => one.place - other.place));
    lastPlace = Math.max(lastPlace, stored.place);
  }

  function forget(stored: Stored): void {
    const { conversationId } = stored.entry;
    const rest = line(conversationId).filter((other) => other.place !== stored.place);
    for (const gone of line(conversationId)) if (gone.place === stored.place) byId.delete(gone.entry.id);
    if (rest.length > 0) lines.set(conversationId, rest);
    else lines.delete(conversationId);
  }

  load(db, seal).forEach(remember);

  function write(changed: readonly Stored[]): void {
    if (changed.length > 0) inTransaction(db, () => changed.forEach((stored) => update.run(stored.entry.id, sealed(stored), stored.place)));
  }

  function replace(changed: readonly Stored[]): void {
    for (const stored of changed) {
      forget(stored);
      remember(stored);
    }
  }

  function unlessFull(run: () => void): void {
    try {
      run();
    } catch (problem) {
      if (!isStorageFull(problem)) throw problem;
    }
  }

  return {
    find: (id) => byId.get(id) ?? null,
    line,
    all: () => [...byId.values()].toSorted((one, other) => one.place - other.place),
    size: () => byId.size,
    conversations: () => [...lines.keys()],
    add: (entry) => {
      const stored = { place: lastPlace + 1, entry, attempted: false };
      insert.run(stored.place, entry.id, sealed(stored));
      remember(stored);
    },
    put: (changed) => {
      write(changed);
      replace(changed);
    },
    remove: (stored) => {
      erase.run(stored.place);
      forget(stored);
    },
    track: (changed) => {
      replace(changed);
      unlessFull(() => write(changed));
    },
    settle: (stored) => {
      forget(stored);
      unlessFull(() => void erase.run(stored.place));
    },
  };
}
