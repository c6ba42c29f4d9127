import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { labelOf as draftLabel, type DraftKey } from './drafts.ts';
import { labelOf as entryLabel } from './outbox/outbox-store.ts';
import type { Seal } from './storage/seal.ts';

type Row = { readonly [column: string]: SQLOutputValue };

const labelOfDraft = (row: Row): string => draftLabel({ conversationId: String(row['conversation_id']), mode: row['mode'] as DraftKey['mode'] });
const labelOfEntry = (row: Row): string => entryLabel(String(row['id']));

/** Whether this key opens every entry and draft. It doesn't after the machine's keyring was reset, or in a folder copied from another machine. */
export function canReadWork(db: DatabaseSync, seal: Seal): boolean {
  const opens = (labelOfRow: (row: Row) => string) => (row: Row): boolean => seal.canOpen(row['body'] as Uint8Array, labelOfRow(row));
  const entries = db.prepare('SELECT id, body FROM outbox').all();
  const drafts = db.prepare('SELECT conversation_id, mode, body FROM drafts').all();
  return entries.every(opens(labelOfEntry)) && drafts.every(opens(labelOfDraft));
}
