import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { createReactionRunner, type ReactionRunner } from '../../../src/backend/reactions/reaction-runner.ts';
import type { Reaction } from '../../../src/backend/reactions/reaction.ts';
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
    await temporary.close();
  });

  const follow = (handle: Reaction['handle'], { nodeId = 'a', clock = Date.now, isOfPresent = false } = {}): ReactionRunner => {
    const deps = { work: temporary.database.work, reader: log.reader, clock, timers: systemTimers, logger: createTestLogger(), nodeId };
    const runner = createReactionRunner(deps, [{ name: 'test', types: ['message.posted'], isOfPresent, handle }]);
    runners.push(runner);
    runner.start();
    return runner;
  };
  const textOf = (event: LogEvent): string => (event.content as { text: string }).text;
  const post = async (...texts: string[]) => {
    for (const text of texts) await log.append(posting(log.conversationId, text));
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

  it('let others have their turn while they work off a backlog', async () => {
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
      now += 15;
    }, { clock: () => now });
    await expect.poll(() => handled).toBe(4);
    expect(handledAtTurn.some((count) => count > 0 && count < 4)).toBe(true);
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
