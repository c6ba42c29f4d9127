import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../ports/system-random.ts';
import { createSeal } from './seal.ts';
import { claimFolder } from './folder-claim.ts';
import { inTransaction } from './store-file.ts';
import { openWorkFile } from './work-file.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'baton-store-'));

describe('a store', () => {
  it('of a later version is refused and left as it is', () => {
    const at = folder();
    const db = new DatabaseSync(join(at, 'work.sqlite'));
    db.exec('PRAGMA user_version = 99; CREATE TABLE of_the_future (x)');
    db.close();
    expect(openWorkFile(at, 0, () => true)).toEqual({ ok: false, error: { code: 'DATABASE_TOO_NEW', details: { found: 99, known: 1 } } });
    expect(new DatabaseSync(join(at, 'work.sqlite')).prepare('SELECT name FROM sqlite_schema').get()).toEqual({ name: 'of_the_future' });
  });

  it('that the disk refuses to open is not moved aside', () => {
    const at = folder();
    writeFileSync(join(at, 'work.sqlite'), 'not a database, and not to be read either');
    mkdirSync(join(at, 'work.sqlite-wal'));
    expect(openWorkFile(at, 0, () => true)).toEqual({ ok: false, error: { code: 'STORAGE_FAILED' } });
    expect(readdirSync(at)).toEqual(['work.sqlite', 'work.sqlite-wal']);
  });

  it('says that the disk is full, though SQLite has rolled back by itself', () => {
    const opened = openWorkFile(folder(), 0, () => true);
    if (!opened.ok) throw new Error(opened.error.code);
    const { db } = opened.value;
    db.exec('PRAGMA max_page_count = 1');
    const fill = () => inTransaction(db, () => db.exec('INSERT INTO drafts VALUES (1, 1, 1, zeroblob(100000))'));
    expect(fill).toThrow(/full/);
    db.close();
  });

  it('writes through to the disk before it answers', () => {
    const opened = openWorkFile(folder(), 0, () => true);
    if (!opened.ok) throw new Error(opened.error.code);
    const { db } = opened.value;
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    db.close();
  });
});

describe('the claim on a folder', () => {
  it('is one at a time', () => {
    const at = folder();
    const first = claimFolder(at);
    expect(claimFolder(at)).toEqual({ ok: false, error: { code: 'DATABASE_LOCKED' } });
    if (first.ok) first.value.release();
    expect(claimFolder(at).ok).toBe(true);
  });
});

describe('the seal', () => {
  const seal = createSeal(systemRandom.bytes(32), systemRandom);

  it('opens what it closed, in its place only', () => {
    const sealed = seal.close({ text: '你好' }, 'draft:1');
    expect(seal.open(sealed, 'draft:1')).toEqual({ text: '你好' });
    expect(() => seal.open(sealed, 'draft:2')).toThrow(/authenticate/);
    expect(Buffer.from(sealed).includes('你好')).toBe(false);
  });

  it('notices a changed byte and another key', () => {
    const sealed = Uint8Array.from(seal.close('x', 'a'));
    expect(() => createSeal(systemRandom.bytes(32), systemRandom).open(sealed, 'a')).toThrow(/authenticate/);
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(() => seal.open(sealed, 'a')).toThrow(/authenticate/);
  });
});
