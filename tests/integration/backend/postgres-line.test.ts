import { sql } from 'kysely';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { openPostgres } from '../../../src/backend/db/open-postgres.ts';
import { databaseFailureOf } from '../../../src/backend/db/database-failure.ts';
import { createPostgresDatabase, hasPostgres } from './test-databases.ts';

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
});
