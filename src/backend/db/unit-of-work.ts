import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

export type Reading = Kysely<Tables>;
export type Writing = Transaction<Tables>;

/**
 * The only way to the database for repositories. `read` sees committed rows; `write` is one transaction: all of it or, when
 * `work` throws, nothing. Never wait inside `write` for anything but its own statements: on SQLite everybody else waits too.
 */
export type UnitOfWork = {
  readonly read: <T>(query: (db: Reading) => Promise<T>) => Promise<T>;
  readonly write: <T>(work: (db: Writing) => Promise<T>) => Promise<T>;
};
