import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { LIMITS } from '../../../src/shared/lib/limits.ts';
import { ok } from '../../../src/shared/lib/result.ts';
import type { NewEvent } from '../../../src/backend/log/append-request.ts';
import { createLogUnderTest, posting, type LogUnderTest } from './log-under-test.ts';
import { databaseKinds, type TemporaryDatabase } from './test-databases.ts';

const said = (text: string): NewEvent => ({ type: 'message.posted', payload: { language: 'en' }, content: { text, attachments: [], buttons: [] } });
const numbersFrom = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe.each(databaseKinds)('answers from a log on $kind', ({ open }) => {
  let temporary: TemporaryDatabase;
  let log: LogUnderTest;
  beforeEach(async () => {
    temporary = await open();
    log = await createLogUnderTest(temporary.database);
  });
  afterEach(() => temporary.close());

  const write = async (texts: readonly string[]): Promise<void> => {
    const answer = await log.append(posting(log.conversationId, '', { decide: () => ok({ events: texts.map(said) }) }));
    if (!answer.ok) throw new Error(answer.error.code);
  };
  const see = (event: LogEvent): LogEvent => event;
  const state = async () => (await log.reader.state(log.conversationId, see))?.window;
  /** The seqs of every answer until all is read. */
  const catchUp = async (read: typeof log.reader.catchUpAfter): Promise<number[][]> => {
    const answers: number[][] = [];
    for (let after = 0; ; after = answers.at(-1)?.at(-1) ?? 0) {
      const seqs = (await read(log.conversationId, after)).map(({ seq }) => seq);
      if (seqs.length === 0) return answers;
      answers.push(seqs);
    }
  };
  const pages = async (before: number): Promise<number[][]> => {
    if (before === 1) return [];
    const { from, to, items } = await log.reader.page({ conversationId: log.conversationId, before, asOf: before }, see);
    expect(items.map(({ seq }) => seq)).toEqual(numbersFrom(from, to));
    return [numbersFrom(from, to), ...(await pages(from))];
  };
  const LONG = 40;
  /** Some bytes of each are facts, and the JSON around the words. */
  const FITTING = Math.floor(LIMITS.answerBytes / (LIMITS.messageCodePoints + 100));

  it('hold no more than so many bytes of long messages, and all comes by further ones', async () => {
    await write(Array.from({ length: LONG }, () => 'x'.repeat(LIMITS.messageCodePoints)));
    expect(await state()).toMatchObject({ from: LONG - FITTING + 1, to: LONG, items: { length: FITTING } });
    for (const answers of [await catchUp(log.reader.catchUpAfter), await catchUp(log.reader.publicCatchUpAfter), (await pages(LONG + 1)).toReversed()]) {
      expect(answers.flat()).toEqual(numbersFrom(1, LONG));
      expect(Math.max(...answers.map(({ length }) => length))).toBe(FITTING);
    }
  });

  it('count bytes, not characters', async () => {
    await write(Array.from({ length: LONG }, () => '好'.repeat(LIMITS.messageCodePoints)));
    expect((await state())?.items).toHaveLength(Math.floor(LIMITS.answerBytes / (3 * LIMITS.messageCodePoints + 100)));
  });

  it('hold one event that is larger than an answer may be', async () => {
    await write(['before', 'x'.repeat(2 * LIMITS.answerBytes), 'after']);
    expect(await state()).toMatchObject({ from: 3, to: 3 });
    expect(await pages(4)).toEqual([[3], [2], [1]]);
    expect(await catchUp(log.reader.catchUpAfter)).toEqual([[1], [2], [3]]);
  });

  it('hold as many short ones as were always held', async () => {
    const count = LIMITS.catchUpEvents + 1;
    await write(Array.from({ length: count }, () => 'short'));
    expect(await state()).toMatchObject({ from: count - LIMITS.pageItems + 1, to: count });
    expect((await catchUp(log.reader.catchUpAfter)).map(({ length }) => length)).toEqual([LIMITS.catchUpEvents, 1]);
    expect((await pages(LIMITS.pageItems + 2)).map(({ length }) => length)).toEqual([LIMITS.pageItems, 1]);
  });

  it('are empty where there is nothing', async () => {
    expect(await state()).toEqual({ from: 1, to: 0, items: [] });
    expect(await log.reader.catchUpAfter(log.conversationId, 0)).toEqual([]);
    await write(['one']);
    expect(await log.reader.page({ conversationId: log.conversationId, before: 1, asOf: 1 }, see)).toEqual({ from: 1, to: 0, items: [] });
  });

  it('are not meant for who reads the whole newest page', async () => {
    await write(Array.from({ length: LONG }, () => 'x'.repeat(LIMITS.messageCodePoints)));
    expect((await log.reader.newest(log.conversationId))?.window.items).toHaveLength(LONG);
  });
});
