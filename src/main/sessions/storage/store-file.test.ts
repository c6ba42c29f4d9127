import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../ports/system-random.ts';
import { createSeal } from './seal.ts';
import { openWorkFile } from './work-file.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'baton-store-'));

describe('a store', () => {
  it('of a later version is refused and left as it is', () => {
    const at = folder();
    const db = new DatabaseSync(join(at, 'work.sqlite'));
    db.exec('PRAGMA user_version = 99; CREATE TABLE of_the_future (x)');
    db.close();
    expect(openWorkFile(at, 0)).toEqual({ ok: false, error: { code: 'DATABASE_TOO_NEW', details: { found: 99, known: 1 } } });
    expect(new DatabaseSync(join(at, 'work.sqlite')).prepare('SELECT name FROM sqlite_schema').get()).toEqual({ name: 'of_the_future' });
  });

  it('writes through to the disk before it answers', () => {
    const opened = openWorkFile(folder(), 0);
    if (!opened.ok) throw new Error(opened.error.code);
    const { db } = opened.value;
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    db.close();
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
