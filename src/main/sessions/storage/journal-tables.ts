import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { conversationStateSchema, type ConversationState } from '../../../shared/contracts/conversation-state.ts';
import type { LogEvent } from '../../../shared/contracts/events/envelope.ts';
import { inboxRowSchema, type Feed, type InboxRow } from '../../../shared/contracts/inbox.ts';
import { logEventSchema } from '../../../shared/contracts/wire/staff-socket.ts';
import { foldConversation } from '../../../shared/domain/reducers/reduce-conversation.ts';
import { LIMITS } from '../../../shared/lib/limits.ts';
import { REDUCER_VERSION } from '../../../shared/lib/protocol.ts';
import type { Seal } from './seal.ts';
import { inTransaction } from './store-file.ts';

export const JOURNAL_SCHEMA = `
  CREATE TABLE IF NOT EXISTS cursor (name TEXT PRIMARY KEY, position INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS snapshots (conversation_id TEXT PRIMARY KEY, used_at INTEGER NOT NULL, body BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS events (conversation_id TEXT NOT NULL, seq INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (conversation_id, seq));
  CREATE TABLE IF NOT EXISTS inbox (conversation_id TEXT PRIMARY KEY, status TEXT NOT NULL, body BLOB NOT NULL)
`;

/** Events kept beside a snapshot before a new snapshot replaces them. */
const EVENTS_PER_SNAPSHOT = 64;
const SNAPSHOTS_KEPT = 2 * LIMITS.openSessions;

const TRIM = `
  DELETE FROM inbox WHERE status <> 'open';
  DELETE FROM snapshots WHERE conversation_id NOT IN (SELECT conversation_id FROM snapshots ORDER BY used_at DESC LIMIT ${SNAPSHOTS_KEPT});
  DELETE FROM events WHERE conversation_id NOT IN (SELECT conversation_id FROM snapshots)
`;

type Row = Record<string, unknown>;

const eventLabel = (conversationId: string, seq: unknown): string => `event:${conversationId}:${Number(seq)}`;
const snapshotLabel = (conversationId: string): string => `snapshot:${conversationId}`;
const inboxLabel = (conversationId: unknown): string => `inbox:${String(conversationId)}`;

/** What is done to the journal's file. Throws whatever the file or the seal throws. */
export class JournalTables {
  readonly #db: DatabaseSync;
  readonly #seal: Seal;
  readonly #now: () => number;
  readonly #statements = new Map<string, StatementSync>();
  /** Events kept beside the snapshot of a conversation, as far as they were counted. */
  readonly #kept = new Map<string, number>();
  /** The feed's cursor as the file has it; null while that isn't known. */
  #cursor: number | null = null;
  /** Rows of the list that the file doesn't have yet, by conversation, and whether they are all there is: what it has besides must go. */
  readonly #unsaved = new Map<string, InboxRow>();
  #isReplaced = false;

  constructor(db: DatabaseSync, seal: Seal, now: () => number) {
    this.#db = db;
    this.#seal = seal;
    this.#now = now;
  }

  loadConversation(conversationId: string): ConversationState | null {
    const row = this.#prepare('SELECT body FROM snapshots WHERE conversation_id = ?').get(conversationId);
    if (!row) return null;
    const state = conversationStateSchema.parse(this.#open(row, snapshotLabel(conversationId)));
    if (state.head.reducerVersion !== REDUCER_VERSION) return null;
    this.#prepare('UPDATE snapshots SET used_at = ? WHERE conversation_id = ?').run(this.#now(), conversationId);
    return foldConversation(state, this.#loadEvents(conversationId)).state;
  }

  saveSnapshot(state: ConversationState): void {
    const { conversationId } = state.head;
    const body = this.#seal.close(state, snapshotLabel(conversationId));
    inTransaction(this.#db, () => {
      this.#prepare('INSERT OR REPLACE INTO snapshots (conversation_id, used_at, body) VALUES (?, ?, ?)').run(conversationId, this.#now(), body);
      this.#prepare('DELETE FROM events WHERE conversation_id = ?').run(conversationId);
    });
    this.#kept.set(conversationId, 0);
  }

  /** Keeps `events`, which led to `state`; every so often the state itself in their place. */
  append(state: ConversationState, events: readonly LogEvent[]): void {
    const { conversationId } = state.head;
    const insert = this.#prepare('INSERT OR REPLACE INTO events (conversation_id, seq, body) VALUES (?, ?, ?)');
    inTransaction(this.#db, () => {
      for (const event of events) insert.run(conversationId, event.seq, this.#seal.close(event, eventLabel(conversationId, event.seq)));
    });
    const kept = this.#countKept(conversationId, events.length);
    if (kept >= EVENTS_PER_SNAPSHOT) this.saveSnapshot(state);
  }

  loadInbox(): Feed {
    const cursor = this.#prepare("SELECT position FROM cursor WHERE name = 'feed'").get();
    const rows = this.#prepare('SELECT conversation_id, body FROM inbox').all();
    return { position: Number(cursor?.['position'] ?? 0), rows: rows.map((row) => inboxRowSchema.parse(this.#open(row, inboxLabel(row['conversation_id'])))) };
  }

  /**
   * What the disk refuses goes with the next write: a cursor that came onto the disk without the rows before it would never ask for them
   * again. Pushes that bring nothing new and move no cursor come as often as others, and write nothing.
   */
  saveInbox(rows: readonly InboxRow[], cursor: number): void {
    for (const row of rows) this.#unsaved.set(row.conversationId, row);
    if (!this.#isReplaced && this.#unsaved.size === 0 && cursor === this.#cursor) return;
    inTransaction(this.#db, () => this.#writeInbox(cursor));
    this.#cursor = cursor;
    this.#unsaved.clear();
    this.#isReplaced = false;
  }

  /** As `saveInbox`, with the whole list: in one step, so that no crash leaves rows or a cursor of the other. */
  replaceInbox(rows: readonly InboxRow[], cursor: number): void {
    this.#unsaved.clear();
    this.#isReplaced = true;
    this.saveInbox(rows, cursor);
  }

  /** Lets go what can be asked for again and was not used for long. */
  trim(): void {
    this.#db.exec(TRIM);
  }

  close(): void {
    this.#db.close();
  }

  #writeInbox(cursor: number): void {
    if (this.#isReplaced) this.#prepare('DELETE FROM inbox').run();
    const upsert = this.#prepare('INSERT OR REPLACE INTO inbox (conversation_id, status, body) VALUES (?, ?, ?)');
    for (const row of this.#unsaved.values()) upsert.run(row.conversationId, row.status, this.#seal.close(row, inboxLabel(row.conversationId)));
    if (cursor !== this.#cursor) this.#prepare("INSERT OR REPLACE INTO cursor (name, position) VALUES ('feed', ?)").run(cursor);
  }

  /** Compiled once: the same few run at every event. */
  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** How many events are kept after `added` more; the file is asked the first time only. */
  #countKept(conversationId: string, added: number): number {
    const before = this.#kept.get(conversationId);
    const kept = before === undefined ? this.#readKept(conversationId) : before + added;
    this.#kept.set(conversationId, kept);
    return kept;
  }

  #readKept(conversationId: string): number {
    return Number(this.#prepare('SELECT count(*) AS kept FROM events WHERE conversation_id = ?').get(conversationId)?.['kept']);
  }

  #open(row: Row, label: string): unknown {
    return this.#seal.open(row['body'] as Uint8Array, label);
  }

  #loadEvents(conversationId: string): LogEvent[] {
    const rows = this.#prepare('SELECT seq, body FROM events WHERE conversation_id = ? ORDER BY seq').all(conversationId);
    return rows.map((row) => logEventSchema.parse(this.#open(row, eventLabel(conversationId, row['seq']))));
  }
}
