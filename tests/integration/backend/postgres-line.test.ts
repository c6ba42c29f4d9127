import { sql } from 'kysely';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { openPostgres } from '../../../src/backend/db/open-postgres.ts';
import { databaseFailureOf } from '../../../src/backend/db/database-failure.ts';
import type { Plan } from '../../../src/backend/db/statement.ts';
import { startTcpProxy } from '../../e2e/setup/tcp-proxy.ts';
import { createPostgresDatabase, hasPostgres } from './test-databases.ts';

function withPort(url: string, port: string): string {
  const changed = new URL(url);
  changed.port = port;
  return changed.href;
}

function* selectOne(): Plan<void> {
  yield { sql: 'select 1', values: [] };
}

describe.runIf(hasPostgres)('the line to PostgreSQL', () => {
  it('that breaks in the middle of work fails that work as UNAVAILABLE, and nothing else', async () => {
    const { url, drop } = await createPostgresDatabase();
    const database = await openPostgres({ url });
    const other = new Client({ connectionString: url });
    await other.connect();
    const broken = database.work.write(async (db) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
      await other.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      return sql`select 1`.execute(db);
    });
    expect(await broken.catch(databaseFailureOf)).toEqual({ code: 'UNAVAILABLE' });
    expect(await database.work.read((db) => db.selectFrom('accounts').selectAll().execute())).toEqual([]);
    await other.end();
    await database.close();
    await drop();
  });

  it('that passes nothing on any more, without a word, fails what was asked as UNAVAILABLE, and works again when it does', async () => {
    const { url, drop } = await createPostgresDatabase();
    const proxy = await startTcpProxy(Number(new URL(url).port));
    const database = await openPostgres({ url: withPort(url, new URL(proxy.address).port), silentMs: 300 });
    const ask = () => database.work.read((db) => db.selectFrom('accounts').selectAll().execute());
    const write = () => database.transact(selectOne());
    expect(await ask()).toEqual([]);
    proxy.become('still');
    const failures = await Promise.all([ask(), write()].map((asked: Promise<unknown>) => asked.catch(databaseFailureOf)));
    expect(failures).toEqual([{ code: 'UNAVAILABLE' }, { code: 'UNAVAILABLE' }]);
    proxy.become('open');
    expect(await ask()).toEqual([]);
    await database.close();
    await proxy.close();
    await drop();
  });
});
