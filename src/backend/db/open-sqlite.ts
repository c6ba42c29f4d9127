import { Kysely, SqliteDialect } from 'kysely';
import type { Clock, Timers } from '../clock.ts';
import type { SqliteDatabase, Writer } from './database.ts';
import { migrate } from './migrations.ts';
import { createMutex } from './mutex.ts';
import { runPlan } from './run-plan.ts';
import { openSqliteConnection, type SqliteConnection } from './sqlite-connection.ts';
import type { Tables } from './tables.ts';
import { takeWriterLock } from './writer-lock.ts';

export type SqliteOptions = {
  readonly file: string;
  readonly clock: Clock;
  readonly timers: Timers;
  /** Stands around the commit of a group, where a fault simulation may crash, refuse or lose it. */
  readonly aroundCommit?: (commit: () => void) => void;
};

function createWriter(connection: SqliteConnection, aroundCommit: (commit: () => void) => void): Writer {
  return {
    begin: () => connection.exec('begin immediate'),
    commit: () => aroundCommit(() => connection.exec('commit')),
    rollback: () => {
      if (connection.isInTransaction()) connection.exec('rollback');
    },
    run: (plan) => runPlan(plan, connection.runStep),
    inSavepoint: (plan) => {
      connection.exec('savepoint command');
      try {
        const value = runPlan(plan, connection.runStep);
        connection.exec('release command');
        return value;
      } catch (error) {
        if (connection.isInTransaction()) connection.exec('rollback to command; release command');
        throw error;
      }
    },
  };
}

const kyselyOver = (connection: SqliteConnection): Kysely<Tables> => new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection.forKysely }) });

/**
 * Opens the embedded database: one writing connection behind a lock, one read-only connection beside it, migrated. Throws
 * `DatabaseLocked` and `DatabaseTooNew`.
 */
export async function openSqlite({ file, clock, timers, aroundCommit = (commit) => commit() }: SqliteOptions): Promise<SqliteDatabase> {
  const lock = await takeWriterLock(file, { clock, timers });
  try {
    const writing = openSqliteConnection(file, 'write');
    const builder = kyselyOver(writing);
    await migrate(builder, 'sqlite');
    const reading = openSqliteConnection(file, 'read');
    const readingKysely = kyselyOver(reading);
    const writer = createWriter(writing, aroundCommit);
    const mutex = createMutex();
    return {
      kind: 'sqlite',
      builder,
      work: {
        read: (query) => query(readingKysely),
        write: (work) => mutex(() => builder.transaction().execute(work)),
      },
      exclusively: (work) => mutex(() => work(writer)),
      close: async () => {
        await mutex(() => undefined);
        await readingKysely.destroy();
        await builder.destroy();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
