import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';

export type StoreOptions = {
  readonly file: string;
  /** Statements of version 1; a later version adds migrations before it. */
  readonly schema: string;
  readonly version: number;
  /** `full`: an answered write survives a power cut. `normal`: it survives the process, which is enough for a cache. */
  readonly durability: 'full' | 'normal';
  readonly now: number;
};

export type StoreFile = { readonly db: DatabaseSync; /** The file could not be read, was moved aside, and this is a fresh one. */ readonly damaged: boolean };

function open({ file, schema, version, durability }: StoreOptions): Result<DatabaseSync, Failure> {
  const db = new DatabaseSync(file);
  try {
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${durability}; PRAGMA busy_timeout = 2000`);
    const [check] = db.prepare('PRAGMA quick_check(1)').all();
    if (check?.['quick_check'] !== 'ok') throw new Error('the file fails its check');
    const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
    if (found > version) {
      db.close();
      return err({ code: 'DATABASE_TOO_NEW', details: { found, known: version } });
    }
    db.exec(`BEGIN; ${schema}; PRAGMA user_version = ${version}; COMMIT`);
    return ok(db);
  } catch (problem) {
    db.close();
    throw problem;
  }
}

/** Kept, not deleted: somebody may want to look at it. */
function moveAside(file: string, now: number): void {
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, `${file}.damaged-${now}${suffix}`);
  }
}

/**
 * Opens a store of this account, making it when it isn't there. A file that SQLite can't read is moved aside and replaced by an
 * empty one, which the answer says; a file of a later version is refused with `DATABASE_TOO_NEW`.
 */
export function openStore(options: StoreOptions): Result<StoreFile, Failure> {
  mkdirSync(dirname(options.file), { recursive: true, mode: 0o700 });
  try {
    const opened = open(options);
    return opened.ok ? ok({ db: opened.value, damaged: false }) : opened;
  } catch {
    moveAside(options.file, options.now);
    const fresh = open(options);
    return fresh.ok ? ok({ db: fresh.value, damaged: true }) : fresh;
  }
}

/** Runs all of it or none of it. */
export function inTransaction(db: DatabaseSync, run: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    run();
    db.exec('COMMIT');
  } catch (problem) {
    db.exec('ROLLBACK');
    throw problem;
  }
}

const SQLITE_FULL = 13;

/** Whether a write failed because the disk is full, which a person can mend. */
export const isStorageFull = (problem: unknown): boolean => problem instanceof Error && 'errcode' in problem && problem.errcode === SQLITE_FULL;
