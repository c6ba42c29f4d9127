import { Client } from 'pg';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { openPostgres } from '../../../src/backend/db/open-postgres.ts';
import { createLogUnderTest, posting } from './log-under-test.ts';
import { createPostgresDatabase, hasPostgres } from './test-databases.ts';

/** Another session of the same database. */
async function openSession(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

describe.runIf(hasPostgres)('positions on PostgreSQL', () => {
  it('are read without leaving one out, however two transactions overlap', async () => {
    const { url, drop } = await createPostgresDatabase();
    const [atCommit, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const holdUp = async (commit: () => Promise<void>): Promise<void> => {
      atCommit.resolve();
      await mayCommit.promise;
      await commit();
    };
    const [prompt, slow] = [await openPostgres({ url }), await openPostgres({ url, aroundCommit: holdUp })];
    const [early, late] = [await createLogUnderTest(prompt), await createLogUnderTest(slow)];
    const session = await openSession(url);

    // The early transaction begins first, and waits for a row that somebody else writes; the late one gets to its commit meanwhile.
    const key = v7();
    await session.query('begin');
    await session.query("insert into content (content_id, subject_id, body_json) values ($1, 'x', '{}')", [key]);
    const first = early.append(posting(early.conversationId, 'begun first', { key }));
    await expect.poll(async () => (await session.query("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rowCount).toBe(1);
    const second = late.append(posting(late.conversationId, 'written first'));
    await atCommit.promise;
    await session.query('rollback');
    await first;

    const seen = await early.reader.newEventsAfter(0, 10);
    mayCommit.resolve();
    await second;
    // What else the server does may be older than both, so it can take a moment until they count as settled.
    await expect.poll(async () => {
      seen.push(...(await early.reader.newEventsAfter(seen.at(-1)?.position ?? 0, 10)));
      return seen.map(({ content }) => content);
    }).toMatchObject([{ text: 'written first' }, { text: 'begun first' }]);

    await session.end();
    await Promise.all([prompt.close(), slow.close()]);
    await drop();
  });
});
