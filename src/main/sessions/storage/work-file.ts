import { join } from 'node:path';
import { openStore, type StoreFile } from './store-file.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { DatabaseSync } from 'node:sqlite';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS outbox (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS drafts (conversation_id TEXT NOT NULL, mode TEXT NOT NULL, saved_at INTEGER NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (conversation_id, mode))
`;

/** The file of what a person has made and the log doesn't hold yet: outbox and drafts. Apart from the cache, so that its damage is not theirs. */
export const openWorkFile = (folder: string, now: number, canRead: (db: DatabaseSync) => boolean): Result<StoreFile, Failure> =>
  openStore({ file: join(folder, 'work.sqlite'), schema: SCHEMA, version: 1, durability: 'full', now, canRead });
