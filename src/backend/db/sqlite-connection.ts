import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase as KyselySqlite } from 'kysely';
import type { Step } from './statement.ts';

/** One connection of Node's own SQLite with its statements kept prepared. */
export type SqliteConnection = {
  readonly exec: (sql: string) => void;
  /** False once SQLite has ended the transaction by itself, as it does when the disk refuses a commit. */
  readonly isInTransaction: () => boolean;
  readonly runStep: (step: Step) => readonly unknown[];
  /** The face that Kysely's SQLite dialect wants. */
  readonly forKysely: KyselySqlite;
  readonly close: () => void;
};

type Prepared = { readonly statement: StatementSync; readonly reader: boolean };

function createStatementCache(db: DatabaseSync): (sql: string) => Prepared {
  const cache = new Map<string, Prepared>();
  return (sql) => {
    const known = cache.get(sql);
    if (known) return known;
    const statement = db.prepare(sql);
    const prepared = { statement, reader: statement.columns().length > 0 };
    cache.set(sql, prepared);
    return prepared;
  };
}

const asInputs = (values: readonly unknown[]): SQLInputValue[] => values as SQLInputValue[];

/**
 * What the writer sets. WAL, synced fully at every commit. What a savepoint may have to put back stays in memory: by default it
 * spills into a file that is written and thrown away with every group. The journal is copied into the database every 32 MB
 * instead of every 4: busy conversations change the same pages again and again, and each copy costs two flushes. 64 MB of pages
 * stay at hand instead of 2: an append touches a dozen, most of them of its own conversation.
 */
const WRITER_SETTINGS = 'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma temp_store = memory; pragma wal_autocheckpoint = 8000; pragma cache_size = -65536';

/** Rolls back what SQLite has rolled back already. */
const NOTHING_LEFT: ReturnType<KyselySqlite['prepare']> = { reader: false, all: () => [], run: () => ({ changes: 0, lastInsertRowid: 0 }), iterate: () => [][Symbol.iterator]() };

/** Opens a file to write or only to read. */
export function openSqliteConnection(file: string, mode: 'write' | 'read'): SqliteConnection {
  const db = new DatabaseSync(file, { readOnly: mode === 'read' });
  if (mode === 'write') db.exec(WRITER_SETTINGS);
  db.exec('pragma busy_timeout = 5000');
  const prepare = createStatementCache(db);
  return {
    exec: (sql) => db.exec(sql),
    isInTransaction: () => db.isTransaction,
    runStep: ({ sql, values }) => {
      const { statement, reader } = prepare(sql);
      if (reader) return statement.all(...asInputs(values));
      statement.run(...asInputs(values));
      return [];
    },
    forKysely: {
      close: () => db.close(),
      prepare: (sql) => {
        // Kysely rolls back whatever fails, and would report that failing instead of why.
        if (sql === 'rollback' && !db.isTransaction) return NOTHING_LEFT;
        const { statement, reader } = prepare(sql);
        return {
          reader,
          all: (parameters) => statement.all(...asInputs(parameters)),
          run: (parameters) => statement.run(...asInputs(parameters)),
          iterate: (parameters) => statement.iterate(...asInputs(parameters)),
        };
      },
    },
    close: () => db.close(),
  };
}
