import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { Database } from '../../../src/backend/db/database.ts';
import { openPostgres } from '../../../src/backend/db/open-postgres.ts';
import { openSqlite } from '../../../src/backend/db/open-sqlite.ts';
import { systemTimers } from '../../../src/backend/system-timers.ts';

export type TemporaryDatabase = { readonly database: Database; readonly close: () => Promise<void> };

export type DatabaseKind = { readonly kind: Database['kind']; readonly open: () => Promise<TemporaryDatabase> };

/** Address of a PostgreSQL that tests may make databases in; set by the test script where the machine has one. */
const postgresUrl = process.env['BATON_TEST_POSTGRES'];

export async function temporaryFolder(): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'baton-backend-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export async function openTemporarySqlite(): Promise<TemporaryDatabase> {
  const { folder, remove } = await temporaryFolder();
  const database = await openSqlite({ file: path.join(folder, 'baton.db'), clock: Date.now, timers: systemTimers });
  return {
    database,
    close: async () => {
      await database.close();
      await remove();
    },
  };
}

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** A fresh database of the PostgreSQL server; its address. */
export async function createPostgresDatabase(): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const name = `baton_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name} lc_collate 'C' template template0`);
  const url = new URL(postgresUrl ?? '');
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`drop database ${name} with (force)`) };
}

async function openTemporaryPostgres(): Promise<TemporaryDatabase> {
  const { url, drop } = await createPostgresDatabase();
  const database = await openPostgres({ url });
  return {
    database,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

/** The databases that a law is checked on: SQLite always, PostgreSQL where the machine has one. */
export const databaseKinds: readonly DatabaseKind[] = [
  { kind: 'sqlite', open: openTemporarySqlite },
  ...(postgresUrl === undefined ? [] : [{ kind: 'postgres' as const, open: openTemporaryPostgres }]),
];

export const hasPostgres = postgresUrl !== undefined;
