import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import type { SqliteDatabase } from '../../../src/backend/db/database.ts';
import { openSqlite } from '../../../src/backend/db/open-sqlite.ts';
import { systemTimers } from '../../../src/backend/system-timers.ts';
import { AGENT, createLogUnderTest, posting } from './log-under-test.ts';
import { temporaryFolder } from './test-databases.ts';

/** A disk that may refuse the next commit, or crash behind it. */
type Disk = { next: 'commit' | 'refuse' | 'full' | 'lose-answer'; commits: number };

function writeThrough(disk: Disk): (commit: () => void) => void {
  return (commit) => {
    const { next } = disk;
    disk.next = 'commit';
    if (next === 'refuse') throw new Error('the disk says no');
    if (next === 'full') throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
    disk.commits += 1;
    commit();
    if (next === 'lose-answer') throw new Error('crashed behind the commit');
  };
}

describe('group commit', () => {
  const disk: Disk = { next: 'commit', commits: 0 };
  const cleanUps: (() => Promise<void>)[] = [];
  const openLog = async () => {
    const { folder, remove } = await temporaryFolder();
    const database: SqliteDatabase = await openSqlite({ file: path.join(folder, 'baton.db'), clock: Date.now, timers: systemTimers, aroundCommit: writeThrough(disk) });
    cleanUps.push(async () => {
      await database.close();
      await remove();
    });
    return { ...(await createLogUnderTest(database)), database };
  };
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0)) await cleanUp();
    disk.next = 'commit';
  });

  it('flushes once for commands that come together', async () => {
    const log = await openLog();
    disk.commits = 0;
    await Promise.all(Array.from({ length: 64 }, (_, index) => log.append(posting(log.conversationId, String(index)))));
    expect(disk.commits).toBe(1);
  });

  it('refuses all of a group whose commit fails, and takes them when they come again', async () => {
    const log = await openLog();
    const requests = ['one', 'two', 'three'].map((text) => posting(log.conversationId, text));
    disk.next = 'refuse';
    const refused = await Promise.all(requests.map((request) => log.append(request)));
    expect(refused.map((answer) => !answer.ok && answer.error.code)).toEqual(['UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE']);
    expect(log.commits).toEqual([]);
    const again = await Promise.all(requests.map((request) => log.append(request)));
    expect(again.map((answer) => answer.ok && answer.value.seq)).toEqual([1, 2, 3]);
  });

  it('says when the disk is full, though SQLite has rolled back by itself', async () => {
    const log = await openLog();
    await sql`pragma max_page_count = 1`.execute(log.database.builder);
    const requests = ['one', 'two'].map((text) => posting(log.conversationId, text.repeat(3_000)));
    const refused = await Promise.all(requests.map((request) => log.append(request)));
    expect(refused.map((answer) => !answer.ok && answer.error.code)).toEqual(['STORAGE_FULL', 'STORAGE_FULL']);
    await sql`pragma max_page_count = 1000000`.execute(log.database.builder);
    const again = await Promise.all(requests.map((request) => log.append(request)));
    expect(again.map((answer) => answer.ok && answer.value.seq)).toEqual([1, 2]);
  });

  it('says when the disk is full', async () => {
    const log = await openLog();
    disk.next = 'full';
    expect(await log.append(posting(log.conversationId, 'one'))).toEqual({ ok: false, error: { code: 'STORAGE_FULL' } });
  });

  it('keeps what is whole of a group when one of it breaks halfway', async () => {
    const log = await openLog();
    const first = posting(log.conversationId, 'one');
    await log.append(first);
    // Somebody else's event has this id: its content row is refused after the group has begun to write.
    const broken = posting(log.conversationId, 'two', { key: first.key, actor: AGENT });
    disk.commits = 0;
    const answers = await Promise.all([posting(log.conversationId, 'three'), broken, posting(log.conversationId, 'four')].map((request) => log.append(request)));
    expect(answers.map((answer) => (answer.ok ? answer.value.seq : answer.error.code))).toEqual([2, 'IDEMPOTENCY_MISMATCH', 3]);
    expect(disk.commits).toBe(1);
    expect(await log.reader.eventsAfter(log.conversationId, 0, 10)).toHaveLength(3);
  });

  it('writes nothing twice when the answer to a commit is lost', async () => {
    const log = await openLog();
    const request = posting(log.conversationId, 'one');
    disk.next = 'lose-answer';
    expect(await log.append(request)).toMatchObject({ ok: true, value: { seq: 1 } });
    expect(await log.append(request)).toMatchObject({ ok: true, value: { seq: 1 } });
    expect(await log.reader.eventsAfter(log.conversationId, 0, 10)).toHaveLength(1);
  });

  it('does not refuse what is in the log because the disk is full when it comes again', async () => {
    const log = await openLog();
    const known = posting(log.conversationId, 'one');
    await log.append(known);
    disk.next = 'full';
    const answers = await Promise.all([known, posting(log.conversationId, 'two')].map((request) => log.append(request)));
    expect(answers).toMatchObject([{ ok: true, value: { seq: 1 } }, { ok: false, error: { code: 'STORAGE_FULL' } }]);
  });
});
