import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { DatabaseTooNew, migrate, MIGRATIONS } from '../../../src/backend/db/migrations.ts';
import { openSqlite } from '../../../src/backend/db/open-sqlite.ts';
import { openSqliteConnection } from '../../../src/backend/db/sqlite-connection.ts';
import type { Tables } from '../../../src/backend/db/tables.ts';
import { DatabaseLocked } from '../../../src/backend/db/writer-lock.ts';
import { systemTimers } from '../../../src/backend/system-timers.ts';
import { databaseKinds, temporaryFolder, type TemporaryDatabase } from './test-databases.ts';

describe.each(databaseKinds)('migrations on $kind', ({ kind, open }) => {
  let temporary: TemporaryDatabase;
  beforeAll(async () => {
    temporary = await open();
  });
  afterAll(() => temporary.close());

  it('are applied once, and the next one after them', async () => {
    const { builder } = temporary.database;
    await migrate(builder, kind);
    const next = { version: MIGRATIONS.length + 1, statements: () => ['create table tomorrow (id text primary key)'] };
    await migrate(builder, kind, [...MIGRATIONS, next]);
    await migrate(builder, kind, [...MIGRATIONS, next]);
    const { rows } = await sql<{ version: number }>`select version from migrations order by version`.execute(builder);
    expect(rows.map((row) => row.version)).toEqual([...MIGRATIONS, next].map((migration) => migration.version));
  });

  it('leave a database of a newer program alone', async () => {
    await expect(migrate(temporary.database.builder, kind)).rejects.toThrow(DatabaseTooNew);
  });
});

describe('an older embedded database', () => {
  it('keeps its answers when they are laid out anew', async () => {
    const { folder, remove } = await temporaryFolder();
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openSqliteConnection(path.join(folder, 'baton.db'), 'write').forKysely }) });
    await migrate(db, 'sqlite', MIGRATIONS.slice(0, 1));
    const answer = { scope: 'agent', key: 'command', fingerprint: 'same', seq: 3, position: 7, at: 11 };
    await db.insertInto('idempotency').values(answer).execute();
    await migrate(db, 'sqlite');
    expect(await db.selectFrom('idempotency').selectAll().execute()).toEqual([answer]);
    await db.destroy();
    await remove();
  });
});

describe('the embedded database', () => {
  it('has one writer, and tells a second one who that is', async () => {
    const { folder, remove } = await temporaryFolder();
    const file = path.join(folder, 'baton.db');
    const first = await openSqlite({ file, clock: Date.now, timers: systemTimers });
    // Time that flies: the wait of five seconds is over after a few looks.
    let now = 0;
    const clock = () => (now += 1_000);
    await expect(openSqlite({ file, clock, timers: { ...systemTimers, after: (_ms, run) => systemTimers.after(0, run) } })).rejects.toThrow(DatabaseLocked);
    await first.close();
    const second = await openSqlite({ file, clock: Date.now, timers: systemTimers });
    await second.close();
    await remove();
  });
});
