import { Socket } from 'node:net';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types as builtInTypes } from 'pg';
import type { PostgresDatabase } from './database.ts';
import { migrate } from './migrations.ts';
import { runPlanAsync } from './run-plan.ts';
import type { Tables } from './tables.ts';

export type PostgresOptions = {
  readonly url: string;
  readonly poolSize?: number;
  /** Milliseconds for which a server that is asked may say nothing. */
  readonly silentMs?: number;
  /** As for SQLite. */
  readonly aroundCommit?: (commit: () => Promise<void>) => Promise<void>;
};

/** A server that is away for longer is answered as unavailable. */
const CONNECT_MS = 5_000;
/** A node that stands still in a transaction holds up what all others read: nothing newer is known to be complete. */
const IDLE_IN_TRANSACTION_MS = 5_000;
/** A network that drops everything ends no connection: what was asked would wait for a quarter of an hour, until TCP gives up. No statement takes nearly as long. */
const SILENT_MS = 20_000;
/** Less than that: an idle connection says nothing either. */
const IDLE_MS = 10_000;
const INT8 = 20;
/** One number for "migrating": nodes that start together take turns. */
const MIGRATION_LOCK = 7_306_021;

/** Times, positions and amounts fit a double exactly; what doesn't is a fault to be heard, not rounded. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`a number of the database is too large: ${text}`);
  return value;
}

const types = { getTypeParser: ((oid: number, format?: 'text' | 'binary') => (oid === INT8 ? parseInt8 : builtInTypes.getTypeParser(oid, format))) as typeof builtInTypes.getTypeParser };

/** Ends itself when it has heard and said nothing for so long. */
function openSocket(silentMs: number): Socket {
  const socket = new Socket();
  return socket.setTimeout(silentMs, () => socket.destroy(Object.assign(new Error('the database says nothing'), { code: 'ETIMEDOUT' })));
}

function openPool(url: string, { max, silentMs }: { readonly max: number; readonly silentMs: number }): Pool {
  const pool = new Pool({
    connectionString: url, max, types, keepAlive: true, stream: () => openSocket(silentMs),
    connectionTimeoutMillis: CONNECT_MS, idleTimeoutMillis: Math.min(IDLE_MS, silentMs / 2), idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  });
  // An idle connection that the server ends (it restarts, it fails over) has left the pool already, which opens another when asked.
  pool.on('error', () => undefined);
  // One that is lost in the middle of work fails that work; heard by nobody, the event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

const NEVER_MS = 0;

/** Nodes take turns, and a step may take its time: nothing is silent for too long here. */
async function migrateInTurn(url: string): Promise<void> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(url, { max: 1, silentMs: NEVER_MS }) }) });
  try {
    await db.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock(${sql.lit(MIGRATION_LOCK)})`.execute(connection);
      try {
        await migrate(connection, 'postgres');
      } finally {
        await sql`select pg_advisory_unlock(${sql.lit(MIGRATION_LOCK)})`.execute(connection);
      }
    });
  } finally {
    await db.destroy();
  }
}

/** Opens a PostgreSQL database (15 or later), migrated; several nodes may. */
export async function openPostgres({ url, poolSize = 10, silentMs = SILENT_MS, aroundCommit = (commit) => commit() }: PostgresOptions): Promise<PostgresDatabase> {
  await migrateInTurn(url);
  const pool = openPool(url, { max: poolSize, silentMs });
  const builder = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: 'postgres',
    builder,
    work: { read: (query) => query(builder), write: (work) => builder.transaction().execute(work) },
    transact: async (plan) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const value = await runPlanAsync(plan, async (step) => (await client.query(step.sql, [...step.values])).rows);
        await aroundCommit(async () => {
          await client.query('commit');
        });
        client.release();
        return value;
      } catch (error) {
        // A connection whose transaction ended unknown is thrown away, not reused.
        await client.query('rollback').catch(() => undefined);
        client.release(true);
        throw error;
      }
    },
    close: () => builder.destroy(),
  };
}
