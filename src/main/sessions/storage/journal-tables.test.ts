import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { JOURNAL_SCHEMA, JournalTables } from './journal-tables.ts';

it('writes the cursor of the feed when it moved, and has it still when the list was replaced', () => {
  const db = new DatabaseSync(':memory:');
  db.exec(JOURNAL_SCHEMA);
  const tables = new JournalTables(db, { close: () => new Uint8Array(), open: () => null, canOpen: () => true }, () => 0);
  const written = (): number => Number(db.prepare('SELECT total_changes() AS changes').get()?.['changes']);
  tables.saveInbox([], 7);
  const before = written();
  tables.saveInbox([], 7);
  expect(written()).toBe(before);
  tables.replaceInbox([], 7);
  expect(tables.loadInbox().position).toBe(7);
});
