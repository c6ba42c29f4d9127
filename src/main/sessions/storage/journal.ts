import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { conversationStateSchema, type ConversationState } from '../../../shared/contracts/conversation-state.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import type { LogEvent } from '../../../shared/contracts/events/envelope.ts';
import { inboxRowSchema, type Feed, type InboxRow } from '../../../shared/contracts/inbox.ts';
import { logEventSchema } from '../../../shared/contracts/wire/staff-socket.ts';
import { foldConversation } from '../../../shared/domain/reducers/reduce-conversation.ts';
import { LIMITS } from '../../../shared/lib/limits.ts';
import { REDUCER_VERSION } from '../../../shared/lib/protocol.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Seal } from './seal.ts';
import { inTransaction, openStore } from './store-file.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS cursor (name TEXT PRIMARY KEY, position INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS snapshots (conversation_id TEXT PRIMARY KEY, seq INTEGER NOT NULL, used_at INTEGER NOT NULL, body BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS events (conversation_id TEXT NOT NULL, seq INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (conversation_id, seq));
  CREATE TABLE IF NOT EXISTS inbox (conversation_id TEXT PRIMARY KEY, status TEXT NOT NULL, body BLOB NOT NULL)
`;

/** Events kept beside a snapshot before a new snapshot replaces them. */
const EVENTS_PER_SNAPSHOT = 64;
const SNAPSHOTS_KEPT = 2 * LIMITS.openSessions;

/**
 * The local cache: conversations as they were last seen, the list, and the cursors to ask from. Nothing in it is the only copy
 * of anything, so a failing journal costs time, never a word: it is reported once and left alone.
 */
export type Journal = {
  readonly loadConversation: (conversationId: string) => ConversationState | null;
  /** Keeps a state that came as a whole. */
  readonly saveSnapshot: (state: ConversationState) => void;
  /** Keeps `events`, which led to `state`. */
  readonly append: (state: ConversationState, events: readonly LogEvent[]) => void;
  readonly loadInbox: () => Feed;
  /** `cursor` is the position to ask from after a restart. */
  readonly saveInbox: (rows: readonly InboxRow[], cursor: number) => void;
  readonly clearInbox: () => void;
  readonly close: () => void;
};

type Deps = { readonly folder: string; readonly seal: Seal; readonly clock: Clock; readonly log: Log; readonly onDamaged: () => void };

/** What is done to the file, without any care for its failing. */
function statements(db: DatabaseSync, seal: Seal, now: () => number) {
  const bytes = (row: Record<string, unknown>): Uint8Array => row['body'] as Uint8Array;
  const selectSnapshot = db.prepare('SELECT body FROM snapshots WHERE conversation_id = ?');
  const selectEvents = db.prepare('SELECT seq, body FROM events WHERE conversation_id = ? ORDER BY seq');
  const upsertSnapshot = db.prepare('INSERT OR REPLACE INTO snapshots (conversation_id, seq, used_at, body) VALUES (?, ?, ?, ?)');
  const touchSnapshot = db.prepare('UPDATE snapshots SET used_at = ? WHERE conversation_id = ?');
  const deleteEvents = db.prepare('DELETE FROM events WHERE conversation_id = ?');
  const insertEvent = db.prepare('INSERT OR REPLACE INTO events (conversation_id, seq, body) VALUES (?, ?, ?)');
  const countEvents = db.prepare('SELECT count(*) AS kept FROM events WHERE conversation_id = ?');
  const upsertRow = db.prepare('INSERT OR REPLACE INTO inbox (conversation_id, status, body) VALUES (?, ?, ?)');
  const selectRows = db.prepare('SELECT conversation_id, body FROM inbox');
  const setCursor = db.prepare("INSERT OR REPLACE INTO cursor (name, position) VALUES ('feed', ?)");
  const selectCursor = db.prepare("SELECT position FROM cursor WHERE name = 'feed'");

  const saveSnapshot = (state: ConversationState) => {
    const { conversationId, seq } = state.head;
    inTransaction(db, () => {
      upsertSnapshot.run(conversationId, seq, now(), seal.close(state, `snapshot:${conversationId}`));
      deleteEvents.run(conversationId);
    });
  };
  return {
    saveSnapshot,
    append: (state: ConversationState, events: readonly LogEvent[]) => {
      const { conversationId } = state.head;
      inTransaction(db, () => {
        for (const event of events) insertEvent.run(conversationId, event.seq, seal.close(event, `event:${conversationId}:${event.seq}`));
      });
      if (Number(countEvents.get(conversationId)?.['kept']) >= EVENTS_PER_SNAPSHOT) saveSnapshot(state);
    },
    loadConversation: (conversationId: string): ConversationState | null => {
      const row = selectSnapshot.get(conversationId);
      if (!row) return null;
      const state = conversationStateSchema.parse(seal.open(bytes(row), `snapshot:${conversationId}`));
      if (state.head.reducerVersion !== REDUCER_VERSION) return null;
      touchSnapshot.run(now(), conversationId);
      const events = selectEvents.all(conversationId).map((event) => logEventSchema.parse(seal.open(bytes(event), `event:${conversationId}:${Number(event['seq'])}`)));
      return foldConversation(state, events).state;
    },
    loadInbox: (): Feed => ({
      position: Number(selectCursor.get()?.['position'] ?? 0),
      rows: selectRows.all().map((row) => inboxRowSchema.parse(seal.open(bytes(row), `inbox:${String(row['conversation_id'])}`))),
    }),
    saveInbox: (rows: readonly InboxRow[], cursor: number) =>
      inTransaction(db, () => {
        for (const row of rows) upsertRow.run(row.conversationId, row.status, seal.close(row, `inbox:${row.conversationId}`));
        setCursor.run(cursor);
      }),
    clearInbox: () => db.exec('DELETE FROM inbox; DELETE FROM cursor'),
    trim: () => {
      db.exec(`
        DELETE FROM inbox WHERE status <> 'open';
        DELETE FROM snapshots WHERE conversation_id NOT IN (SELECT conversation_id FROM snapshots ORDER BY used_at DESC LIMIT ${SNAPSHOTS_KEPT});
        DELETE FROM events WHERE conversation_id NOT IN (SELECT conversation_id FROM snapshots)
      `);
    },
  };
}

/** Opens the account's journal and trims it; a damaged one is replaced by an empty one and reported. */
export function openJournal({ folder, seal, clock, log, onDamaged }: Deps): Result<Journal, Failure> {
  const opened = openStore({ file: join(folder, 'journal.sqlite'), schema: SCHEMA, version: 1, durability: 'normal', now: clock.now() });
  if (!opened.ok) return err(opened.error);
  const { db, damaged } = opened.value;
  let failed = damaged;
  const report = () => {
    log.error({ code: 'JOURNAL_CORRUPT' }, 'the local cache was damaged; it is filled again from the server');
    onDamaged();
  };
  if (damaged) report();
  const inner = statements(db, seal, clock.now);
  /** Runs on the cache and answers with `otherwise` when it fails: the cache is never worth a stop. */
  const guarded = <A extends readonly unknown[], T>(run: (...args: A) => T, otherwise: T) => (...args: A): T => {
    try {
      return run(...args);
    } catch (problem) {
      log.warn({ problem: String(problem) }, 'the local cache failed');
      if (!failed) report();
      failed = true;
      return otherwise;
    }
  };
  guarded(inner.trim, undefined)();
  return ok({
    loadConversation: guarded(inner.loadConversation, null),
    saveSnapshot: guarded(inner.saveSnapshot, undefined),
    append: guarded(inner.append, undefined),
    loadInbox: guarded(inner.loadInbox, { position: 0, rows: [] }),
    saveInbox: guarded(inner.saveInbox, undefined),
    clearInbox: guarded(inner.clearInbox, undefined),
    close: () => db.close(),
  });
}
