import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err } from '../../../src/shared/lib/result.ts';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { expectAccepted } from '../../../src/backend/reactions/expect-accepted.ts';
import { createReactionRunner, type ReactionRunner } from '../../../src/backend/reactions/reaction-runner.ts';
import type { Reaction } from '../../../src/backend/reactions/reaction.ts';
import { createSetAsideHandler } from '../../../src/backend/reactions/set-aside.ts';
import { createDueRunner } from '../../../src/backend/due/due-runner.ts';
import type { Timers } from '../../../src/backend/clock.ts';
import { systemTimers } from '../../../src/backend/system-timers.ts';
import { createLogUnderTest, createTestLogger, posting, type LogUnderTest } from './log-under-test.ts';
import { databaseKinds, type TemporaryDatabase } from './test-databases.ts';

describe.each(databaseKinds)('reactions on $kind', ({ open }) => {
  let temporary: TemporaryDatabase;
  let log: LogUnderTest;
  const runners: ReactionRunner[] = [];
  beforeEach(async () => {
    temporary = await open();
    log = await createLogUnderTest(temporary.database);
  });
  afterEach(async () => {
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    promises.length = 0;
    await temporary.close();
  });

  const toReaction = (handle: Reaction['handle'], isOfPresent = false): Reaction => ({ name: 'test', types: ['message.posted'], isOfPresent, handle });
  const promises: number[] = [];
  const follow = (handle: Reaction['handle'], { nodeId = 'a', clock = Date.now, isOfPresent = false, timers = systemTimers } = {}): ReactionRunner => {
    const deps = { work: temporary.database.work, reader: log.reader, clock, timers, newId: v7, logger: createTestLogger(), nodeId, onPromised: (runAt: number) => void promises.push(runAt) };
    const runner = createReactionRunner(deps, [toReaction(handle, isOfPresent)]);
    runners.push(runner);
    runner.start();
    return runner;
  };
  /** Runs what was set aside, as if its time had come. */
  const runDue = async (handle: Reaction['handle']): Promise<void> => {
    const later = () => Date.now() + 60_000;
    const runner = createDueRunner({ database: temporary.database, clock: later, timers: systemTimers, logger: createTestLogger(), nodeId: 'a' }, [createSetAsideHandler(log, [toReaction(handle)])]);
    runner.start();
    await expect.poll(() => temporary.database.work.read(async (db) => (await db.selectFrom('due').select('id').execute()).length)).toBe(0);
    await runner.stop();
  };
  const textOf = (event: LogEvent): string => (event.content as { text: string }).text;
  const post = async (...texts: string[]) => {
    for (const text of texts) await log.append(posting(log.conversationId, text));
  };

  /** Timers that write down how long is waited, and don't wait. */
  const unwaited = () => {
    const waits: number[] = [];
    const after: Timers['after'] = (ms, run) => {
      waits.push(ms);
      return systemTimers.after(0, run);
    };
    return { waits, timers: { ...systemTimers, after } };
  };

  it('see every event of their types, in order', async () => {
    const seen: string[] = [];
    const runner = follow(async (event) => void seen.push(textOf(event)));
    await post('one', 'two', 'three');
    runner.wake();
    await expect.poll(() => seen).toEqual(['one', 'two', 'three']);
  });

  it('go on where they were after a restart', async () => {
    const seen: string[] = [];
    await post('one', 'two');
    const first = follow(async (event) => void seen.push(textOf(event)));
    await expect.poll(() => seen).toEqual(['one', 'two']);
    await first.stop();
    await post('three');
    follow(async (event) => void seen.push(textOf(event)));
    await expect.poll(() => seen).toEqual(['one', 'two', 'three']);
  });

  it('try an event again that failed, and nothing after it before', async () => {
    const seen: string[] = [];
    let failures = 2;
    await post('one', 'two');
    follow(async (event) => {
      if (textOf(event) === 'one' && failures-- > 0) throw new Error('not now');
      seen.push(textOf(event));
    });
    await expect.poll(() => seen).toEqual(['one', 'two']);
  });

  it('set an event aside that goes on failing by itself, follow those behind it, and come back to it', async () => {
    const seen: string[] = [];
    await post('one', 'two');
    const first = follow(async (event) => {
      if (textOf(event) === 'one') throw new Error('not this one');
      seen.push(textOf(event));
    });
    await expect.poll(() => seen).toEqual(['two']);
    expect(promises).toHaveLength(1);
    await first.stop();
    await runDue(async (event) => void seen.push(textOf(event)));
    expect(seen).toEqual(['two', 'one']);
    await post('three');
    follow(async (event) => void seen.push(textOf(event)));
    await expect.poll(() => seen).toEqual(['two', 'one', 'three']);
  });

  it('wait as long for each event that fails by itself, however many have failed before it', async () => {
    const seen: string[] = [];
    const { waits, timers } = unwaited();
    let failures = 2;
    await post('bad', 'bad', 'unlucky', 'bad', 'good');
    follow(async (event) => {
      if (textOf(event) === 'bad' || (textOf(event) === 'unlucky' && failures-- > 0)) throw new Error('not this one');
      seen.push(textOf(event));
    }, { timers });
    await expect.poll(() => seen).toEqual(['unlucky', 'good']);
    expect(waits).toEqual([200, 400, 200, 400, 200, 400, 200, 400]);
  });

  it('wait ever longer while nothing can be written, and not for that with the event that fails by itself afterwards', async () => {
    const seen: string[] = [];
    const { waits, timers } = unwaited();
    let failures = 4;
    await post('one', 'bad', 'two');
    follow(async (event) => {
      if (textOf(event) === 'one' && failures-- > 0) expectAccepted(err({ code: 'UNAVAILABLE' }), 'it was');
      if (textOf(event) === 'bad') throw new Error('not this one');
      seen.push(textOf(event));
    }, { timers });
    await expect.poll(() => seen).toEqual(['one', 'two']);
    expect(waits).toEqual([200, 400, 800, 1_600, 200, 400]);
  });

  it('set nothing aside while nothing can be written', async () => {
    const seen: string[] = [];
    let failures = 5;
    await post('one', 'two');
    follow(async (event) => {
      if (textOf(event) === 'one' && failures-- > 0) expectAccepted(err({ code: 'UNAVAILABLE' }), 'it was');
      seen.push(textOf(event));
    });
    await expect.poll(() => seen).toEqual(['one', 'two']);
    expect(promises).toEqual([]);
  });

  it('are run by one node at a time, and by another when its lease has ended', async () => {
    const seen: string[] = [];
    await post('one');
    follow(async (event) => void seen.push(`a ${textOf(event)}`));
    await expect.poll(() => seen).toEqual(['a one']);
    await post('two');
    const refused = follow(async (event) => void seen.push(`b ${textOf(event)}`), { nodeId: 'b' });
    await refused.stop();
    expect(seen).toEqual(['a one']);
    follow(async (event) => void seen.push(`c ${textOf(event)}`), { nodeId: 'c', clock: () => Date.now() + 60_000 });
    await expect.poll(() => seen).toEqual(['a one', 'c two']);
  });

  it('are another node\'s though the clock by which they were leased is put back, and not the first\'s as well', async () => {
    const seen: string[] = [];
    let now = Date.now();
    await post('one');
    const first = follow(async (event) => void seen.push(`a ${textOf(event)}`), { clock: () => now });
    await expect.poll(() => seen).toEqual(['a one']);
    now -= 3_600_000;
    await post('two');
    const second = follow(async (event) => void seen.push(`b ${textOf(event)}`), { nodeId: 'b', clock: () => now });
    await expect.poll(() => seen).toEqual(['a one', 'b two']);
    await post('three');
    first.wake();
    second.wake();
    await expect.poll(() => seen).toContain('b three');
    await first.stop();
    expect(seen).toEqual(['a one', 'b two', 'b three']);
  });

  it('go on at another node at once when theirs leaves in order', async () => {
    const seen: string[] = [];
    await post('one');
    const first = follow(async (event) => void seen.push(`a ${textOf(event)}`));
    await expect.poll(() => seen).toEqual(['a one']);
    await first.stop();
    await post('two');
    follow(async (event) => void seen.push(`b ${textOf(event)}`), { nodeId: 'b' });
    await expect.poll(() => seen).toEqual(['a one', 'b two']);
  });

  /** How many of four events had been handled at each turn of the event loop; each takes as long as `took` says. */
  const handledAtTurns = async (took: (handled: number) => number): Promise<number[]> => {
    let now = Date.now();
    let handled = 0;
    const handledAtTurn: number[] = [];
    await post('one', 'two', 'three', 'four');
    setImmediate(function turn() {
      handledAtTurn.push(handled);
      if (handled < 4) setImmediate(turn);
    });
    follow(async () => {
      handled += 1;
      now += took(handled);
    }, { clock: () => now });
    await expect.poll(() => handled).toBe(4);
    return handledAtTurn;
  };

  it('let others have their turn while they work off a backlog', async () => {
    expect((await handledAtTurns(() => 15)).some((count) => count > 0 && count < 4)).toBe(true);
  });

  it('let others have their turn though the clock is put back', async () => {
    expect((await handledAtTurns((handled) => (handled === 2 ? -3_600_000 : 0))).some((count) => count > 1 && count < 4)).toBe(true);
  });

  it('are called once for all that waited, where only the present counts', async () => {
    const seen: string[] = [];
    await post('one', 'two', 'three');
    follow(async (event) => void seen.push(textOf(event)), { isOfPresent: true });
    await expect.poll(() => seen).toEqual(['three']);
    await runners[0]?.stop();
    follow(async (event) => void seen.push(textOf(event)));
    await post('four');
    runners.at(-1)?.wake();
    await expect.poll(() => seen).toEqual(['three', 'four']);
  });
});
