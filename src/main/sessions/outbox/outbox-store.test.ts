import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OutboxEntry } from '../../../shared/contracts/bridge/outbox.ts';
import { systemRandom } from '../../ports/system-random.ts';
import { createSeal } from '../storage/seal.ts';
import { openWorkFile } from '../storage/work-file.ts';
import { OutboxStore } from './outbox-store.ts';

const seal = createSeal(systemRandom.bytes(32), systemRandom);
const entry: OutboxEntry = {
  id: '01890000-0000-7000-8000-000000000001', conversationId: '01890000-0000-7000-8000-000000000002', lane: 'messages', type: 'note.post', payload: { text: 'one' },
  seenSeq: 0, createdAt: 0, state: { kind: 'queued' },
};

let folder: string;
let db: DatabaseSync;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-outbox-'));
  const opened = openWorkFile(folder, 0, () => true);
  if (!opened.ok) throw new Error(opened.error.code);
  ({ db } = opened.value);
});
afterEach(() => db.close());

/** What another process would find on the disk now. */
function onDisk(): string[] {
  const other = new DatabaseSync(join(folder, 'work.sqlite'), { readOnly: true });
  const rows = other.prepare('SELECT id FROM outbox').all();
  other.close();
  return rows.map(({ id }) => String(id));
}

it('an entry comes onto the disk in one step with what is written alongside', () => {
  let between: string[] | null = null;
  new OutboxStore(db, seal).add(entry, () => void (between = onDisk()));
  expect(between).toEqual([]);
  expect(onDisk()).toEqual([entry.id]);
});

it('a disk that refuses what is written alongside does not stop the entry', () => {
  const SQLITE_FULL = 13;
  const store = new OutboxStore(db, seal);
  store.add(entry, () => {
    throw Object.assign(new Error('the disk is full'), { errcode: SQLITE_FULL });
  });
  expect(store.find(entry.id)).toMatchObject({ entry });
  expect(onDisk()).toEqual([entry.id]);
});

it('a bug in what is written alongside leaves nothing of the two', () => {
  const store = new OutboxStore(db, seal);
  const add = () =>
    store.add(entry, () => {
      throw new Error('a bug');
    });
  expect(add).toThrow('a bug');
  expect(store.find(entry.id)).toBeNull();
  expect(onDisk()).toEqual([]);
});
