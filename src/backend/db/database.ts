import type { Kysely } from 'kysely';
import type { Plan } from './statement.ts';
import type { Tables } from './tables.ts';
import type { UnitOfWork } from './unit-of-work.ts';

type Common = {
  readonly work: UnitOfWork;
  /** Builds statements of this dialect; runs nothing. */
  readonly builder: Kysely<Tables>;
  readonly close: () => Promise<void>;
};

/** What runs synchronously on SQLite's one writing connection, while nobody else has it. */
export type Writer = {
  readonly begin: () => void;
  readonly commit: () => void;
  readonly rollback: () => void;
  /** Runs the plan in the transaction itself: when it throws, only `rollback` clears what is left of it. */
  readonly run: <T>(plan: Plan<T>) => T;
  /** Runs the plan in a savepoint of its own: when it throws, nothing of it is left, and the rest of the transaction is. */
  readonly inSavepoint: <T>(plan: Plan<T>) => T;
};

export type SqliteDatabase = Common & { readonly kind: 'sqlite'; readonly exclusively: <T>(work: (writer: Writer) => T) => Promise<T> };

export type PostgresDatabase = Common & {
  readonly kind: 'postgres';
  /** Runs the plan in a transaction of its own, with `commit` around the last step. */
  readonly transact: <T>(plan: Plan<T>) => Promise<T>;
};

/** An open database of either kind, migrated. */
export type Database = SqliteDatabase | PostgresDatabase;
