import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { isDamage, storageFailure } from './sqlite-failure.ts';

export type StoreOptions = {
  readonly file: string;
  /** Statements of version 1; a later version adds migrations before it. */
  readonly schema: string;
  readonly version: number;
  /** `full`: an answered write survives a power cut. `normal`: it survives the process, which is enough for a cache. */
  readonly durability: 'full' | 'normal';
  readonly now: number;
  /** Whether its owner's key opens what is in it: what it doesn't open is as good as damaged. */
  readonly canRead?: (db: DatabaseSync) => boolean;
};

export type StoreFile = { readonly db: DatabaseSync; /** The file could not be read, was moved aside, and this is a fresh one. */ readonly damaged: boolean };

/** The file can be opened, and its contents are wrong, or not to be read. */
class FailsItsCheck extends Error {}

/** Brings an open file up to this version. One that has it already is not written to, so that it opens on a full disk too. */
function prepare(db: DatabaseSync, { schema, version, durability, canRead = () => true }: StoreOptions): Result<DatabaseSync, Failure> {
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${durability}; PRAGMA busy_timeout = 2000`);
  const [check] = db.prepare('PRAGMA quick_check(1)').all();
  if (check?.['quick_check'] !== 'ok') throw new FailsItsCheck();
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (found > version) return err({ code: 'DATABASE_TOO_NEW', details: { found, known: version } });
  if (found < version) inTransaction(db, () => db.exec(`${schema}; PRAGMA user_version = ${version}`));
  if (!canRead(db)) throw new FailsItsCheck();
  return ok(db);
}

/** Throws what says that the file is damaged; what the disk refuses otherwise is a failure, and the file stays where it is. */
function open(options: StoreOptions): Result<DatabaseSync, Failure> {
  const db = new DatabaseSync(options.file);
  try {
    const prepared = prepare(db, options);
    if (!prepared.ok) db.close();
    return prepared;
  } catch (problem) {
    db.close();
    const failure = storageFailure(problem);
    if (failure) return err(failure);
    throw problem;
  }
}

const isUnreadable = (problem: unknown): boolean => problem instanceof FailsItsCheck || isDamage(problem);

/** Kept, not deleted: somebody may want to look at it. */
function moveAside(file: string, now: number): void {
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, `${file}.damaged-${now}${suffix}`);
  }
}

/**
 * Opens a store of this account, making it when it isn't there. A file that SQLite or the account's key can't read is moved aside and
 * replaced by an empty one, which the answer says; a file of a later version is refused with `DATABASE_TOO_NEW`. A disk that is full or fails is
 * neither: `STORAGE_FULL`, `STORAGE_FAILED`, and the file is as it was.
 */
export function openStore(options: StoreOptions): Result<StoreFile, Failure> {
  mkdirSync(dirname(options.file), { recursive: true, mode: 0o700 });
  try {
    const opened = open(options);
    return opened.ok ? ok({ db: opened.value, damaged: false }) : opened;
  } catch (problem) {
    if (!isUnreadable(problem)) throw problem;
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
    // A commit that the disk refuses has ended the transaction already.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw problem;
  }
}
