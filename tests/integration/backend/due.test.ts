import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { ok } from '../../../src/shared/lib/result.ts';
import { claimDue, nextDueAt, retryDue, type Claimant } from '../../../src/backend/due/due-repository.ts';
import { createDueRunner, type DueRunner } from '../../../src/backend/due/due-runner.ts';
import type { DueHandler, NewDueJob } from '../../../src/backend/due/due-job.ts';
import type { Timers } from '../../../src/backend/clock.ts';
import { systemTimers } from '../../../src/backend/system-timers.ts';
import { createLogUnderTest, createTestLogger, posting, type LogUnderTest } from './log-under-test.ts';
import { databaseKinds, type TemporaryDatabase } from './test-databases.ts';

const by = (nodeId: string, within: readonly (readonly [string, number])[] = []): Claimant => ({ nodeId, within: new Map(within) });

describe.each(databaseKinds)('due jobs on $kind', ({ open }) => {
  let temporary: TemporaryDatabase;
  let log: LogUnderTest;
  const runners: DueRunner[] = [];
  beforeEach(async () => {
    temporary = await open();
    log = await createLogUnderTest(temporary.database);
  });
  afterEach(async () => {
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    await temporary.close();
  });

  const promise = (job: Partial<NewDueJob> & { readonly runAt: number }) =>
    log.append(
      posting(log.conversationId, v7(), {
        decide: () => ok({ events: [], due: [{ kind: 'test', dedupKey: 'test', conversationId: log.conversationId, payload: {}, ...job }] }),
      }),
    );
  const keep = (run: DueHandler['run']): DueRunner => {
    const runner = createDueRunner({ database: temporary.database, clock: Date.now, timers: systemTimers, logger: createTestLogger(), nodeId: 'a' }, [{ kind: 'test', run }]);
    runners.push(runner);
    runner.start();
    return runner;
  };
  const count = () => temporary.database.work.read(async (db) => (await db.selectFrom('due').select('id').execute()).length);

  it('run when their time has come, once, and are gone', async () => {
    const ran: number[] = [];
    const runner = keep(async (job) => void ran.push(Number(job.payload['n'])));
    const runAt = Date.now() + 30;
    await promise({ runAt, payload: { n: 1 } });
    runner.expect(runAt);
    await expect.poll(() => ran).toEqual([1]);
    await expect.poll(count).toBe(0);
  });

  it('are moved by a new promise under the same key', async () => {
    await promise({ runAt: Date.now(), payload: { n: 1 } });
    await promise({ runAt: Date.now(), payload: { n: 2 } });
    const ran: number[] = [];
    keep(async (job) => void ran.push(Number(job.payload['n'])));
    await expect.poll(() => ran).toEqual([2]);
  });

  it('survive a restart', async () => {
    await promise({ runAt: Date.now(), payload: { n: 1 } });
    const ran: number[] = [];
    keep(async () => void ran.push(1));
    await expect.poll(() => ran).toEqual([1]);
  });

  it('are claimed by one node, and by another when its lease has ended', async () => {
    const now = Date.now();
    await promise({ runAt: now });
    const [first, second] = await Promise.all([claimDue(temporary.database, by('a'), now), claimDue(temporary.database, by('b'), now)]);
    expect(first.length + second.length).toBe(1);
    expect(await claimDue(temporary.database, by('c'), now + 30_000)).toHaveLength(0);
    expect(await claimDue(temporary.database, by('c'), now + 61_000)).toMatchObject([{ attempts: 2 }]);
  });

  it('are a node\'s own again at once when it died with them', async () => {
    const now = Date.now();
    await promise({ runAt: now });
    expect(await claimDue(temporary.database, by('a'), now)).toHaveLength(1);
    expect(await claimDue(temporary.database, by('a'), now + 1)).toMatchObject([{ attempts: 2 }]);
  });

  it('that have failed come again though the clock is put back, and others at their time', async () => {
    const now = Date.now();
    const hourAgo = now - 3_600_000;
    await promise({ runAt: now, dedupKey: 'failed' });
    await promise({ runAt: now, dedupKey: 'promised' });
    const jobs = await claimDue(temporary.database, by('a'), now);
    for (const job of jobs) if (job.dedupKey === 'failed') await retryDue(temporary.database, job, now);
    await promise({ runAt: now, dedupKey: 'promised' });
    expect(await claimDue(temporary.database, by('a'), hourAgo)).toMatchObject([{ dedupKey: 'failed' }]);
  });

  it('of a kind that comes within a time come though the clock is put back before they were ever tried', async () => {
    const now = Date.now();
    await promise({ runAt: now + 30_000, kind: 'confirm', dedupKey: 'confirm' });
    await promise({ runAt: now + 30_000, dedupKey: 'promised' });
    const node = by('a', [['confirm', 30_000]]);
    expect(await claimDue(temporary.database, node, now)).toEqual([]);
    expect(await claimDue(temporary.database, node, now - 3_600_000)).toMatchObject([{ dedupKey: 'confirm' }]);
  });

  it('are another node\'s though the clock by which they were claimed is put back', async () => {
    const now = Date.now();
    await promise({ runAt: now - 7_200_000 });
    expect(await claimDue(temporary.database, by('dead'), now)).toHaveLength(1);
    expect(await claimDue(temporary.database, by('alive'), now - 3_600_000)).toHaveLength(1);
  });

  it('wait for a look and no longer, though the clock was put back and what is promised by it looks nearer', async () => {
    let now = 2_000_000_000_000;
    const delays: number[] = [];
    const timers: Timers = { ...systemTimers, after: (milliseconds) => (delays.push(milliseconds), () => undefined) };
    const runner = createDueRunner({ database: temporary.database, clock: () => now, timers, logger: createTestLogger(), nodeId: 'a' }, []);
    runner.expect(now + 5_000);
    now -= 3_600_000;
    runner.expect(now + 300_000);
    expect(delays).toEqual([5_000, 30_000]);
    await runner.stop();
  });

  it('come again when they failed', async () => {
    await promise({ runAt: Date.now() });
    let attempts = 0;
    const runner = keep(async () => {
      attempts += 1;
      throw new Error('not now');
    });
    await expect.poll(() => attempts).toBe(1);
    await runner.stop();
    expect(await count()).toBe(1);
  });

  it('are next due at the end of a dead process\'s lease, not at once and again and again', async () => {
    const now = Date.now();
    await promise({ runAt: now - 1_000 });
    expect(await nextDueAt(temporary.database)).toBe(now - 1_000);
    expect(await claimDue(temporary.database, by('dead'), now)).toHaveLength(1);
    expect(await claimDue(temporary.database, by('alive'), now + 1)).toEqual([]);
    const next = (await nextDueAt(temporary.database)) ?? 0;
    expect(next).toBeGreaterThan(now + 1);
    expect(await claimDue(temporary.database, by('alive'), next)).toHaveLength(1);
  });
});
