import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { outboxEntrySchema, type OutboxEntry } from '../../../shared/contracts/bridge/outbox.ts';
import type { Seal } from '../storage/seal.ts';
import { storageFailure } from '../storage/sqlite-failure.ts';
import { inTransaction } from '../storage/store-file.ts';

/** An entry with what only the outbox needs to know. */
export type Stored = {
  /** Order over all conversations; kept when an entry goes again. */
  readonly place: number;
  readonly entry: OutboxEntry;
  /** It was sent once and no answer came: the backend may have it. On disk before it is sent, so that it is true after a crash too. */
  readonly attempted: boolean;
};

/** Ties a sealed entry to its row. */
export const labelOf = (id: string): string => `outbox:${id}`;
const byPlace = (one: Stored, other: Stored): number => one.place - other.place;

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

/** The outbox on disk and in memory, always the same. What throws here (a full disk) has changed nothing. */
export class OutboxStore {
  readonly #db: DatabaseSync;
  readonly #seal: Seal;
  readonly #insert: StatementSync;
  readonly #update: StatementSync;
  readonly #erase: StatementSync;
  readonly #byId = new Map<string, Stored>();
  readonly #lines = new Map<string, readonly Stored[]>();
  #lastPlace = 0;

  constructor(db: DatabaseSync, seal: Seal) {
    this.#db = db;
    this.#seal = seal;
    this.#insert = db.prepare('INSERT INTO outbox (place, id, body) VALUES (?, ?, ?)');
    this.#update = db.prepare('UPDATE outbox SET id = ?, body = ? WHERE place = ?');
    this.#erase = db.prepare('DELETE FROM outbox WHERE place = ?');
    for (const stored of load(db, seal)) this.#remember(stored);
  }

  get size(): number {
    return this.#byId.size;
  }

  find(id: string): Stored | null {
    return this.#byId.get(id) ?? null;
  }

  /** One conversation's, in order. */
  line(conversationId: string): readonly Stored[] {
    return this.#lines.get(conversationId) ?? [];
  }

  all(): Stored[] {
    return [...this.#byId.values()].toSorted(byPlace);
  }

  conversations(): string[] {
    return [...this.#lines.keys()];
  }

  /**
   * What `alongside` writes comes onto the disk in the same step, so that no crash comes between. When the disk refuses the two, the
   * entry is tried alone: it is what must not be missed.
   */
  add(entry: OutboxEntry, alongside: () => void): void {
    const stored = { place: this.#lastPlace + 1, entry, attempted: false };
    const body = this.#sealed(stored);
    const insert = (): void => void this.#insert.run(stored.place, entry.id, body);
    const both = (): void => {
      insert();
      alongside();
    };
    if (!this.#unlessRefused(() => inTransaction(this.#db, both))) insert();
    this.#remember(stored);
  }

  /** Each replaces what has its place; all of them on disk, or none. */
  put(changed: readonly Stored[]): void {
    this.#write(changed);
    this.#replace(changed);
  }

  /** What `alongside` writes comes onto the disk in the same step; when the disk refuses either, the entry is still there. */
  remove(stored: Stored, alongside: () => void = () => undefined): void {
    inTransaction(this.#db, () => {
      this.#erase.run(stored.place);
      alongside();
    });
    this.#forget(stored);
  }

  /**
   * As `put`, for what the backend can be asked again by the same id: a disk that refuses doesn't stop it, and after a crash the entry goes
   * once more and gets the same answer.
   */
  track(changed: readonly Stored[]): void {
    this.#replace(changed);
    this.#unlessRefused(() => this.#write(changed));
  }

  /** As `remove`, on the terms of `track`. */
  settle(stored: Stored): void {
    this.#forget(stored);
    this.#unlessRefused(() => void this.#erase.run(stored.place));
  }

  #sealed({ entry, attempted }: Stored): Uint8Array {
    return this.#seal.close({ entry, attempted }, labelOf(entry.id));
  }

  #write(changed: readonly Stored[]): void {
    if (changed.length === 0) return;
    inTransaction(this.#db, () => changed.forEach((stored) => this.#update.run(stored.entry.id, this.#sealed(stored), stored.place)));
  }

  /** Whether the disk took it. */
  #unlessRefused(run: () => void): boolean {
    try {
      run();
      return true;
    } catch (problem) {
      if (!storageFailure(problem)) throw problem;
      return false;
    }
  }

  #replace(changed: readonly Stored[]): void {
    for (const stored of changed) {
      this.#forget(stored);
      this.#remember(stored);
    }
  }

  #remember(stored: Stored): void {
    const { conversationId, id } = stored.entry;
    this.#byId.set(id, stored);
    this.#lines.set(conversationId, [...this.line(conversationId), stored].toSorted(byPlace));
    this.#lastPlace = Math.max(this.#lastPlace, stored.place);
  }

  #forget({ place, entry: { conversationId } }: Stored): void {
    const line = this.line(conversationId);
    for (const gone of line) if (gone.place === place) this.#byId.delete(gone.entry.id);
    const rest = line.filter((other) => other.place !== place);
    if (rest.length > 0) this.#lines.set(conversationId, rest);
    else this.#lines.delete(conversationId);
  }
}
