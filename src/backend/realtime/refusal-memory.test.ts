import { describe, expect, it } from 'vitest';
import type { Failure } from '../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { createRefusalMemory } from './refusal-memory.ts';

/** Asks once with each answer in turn, and says which of them were heard. */
async function askWith(type: string, answers: readonly Result<number, Failure>[]): Promise<unknown[]> {
  const askOnce = createRefusalMemory();
  const heard: unknown[] = [];
  for (const answer of answers) heard.push(await askOnce({ id: 'one', type }, () => Promise.resolve(answer)));
  return heard;
}

describe('what a line was refused with', () => {
  const stale = err({ code: 'STALE' as const });
  const away = err({ code: 'UNAVAILABLE' as const });
  const shopAway = err({ code: 'SHOP_UNAVAILABLE' as const });

  it('is what its copies are told', async () => {
    expect(await askWith('message.post', [stale, ok(1)])).toEqual([stale, stale]);
  });

  it('is forgotten when the same may be sent again', async () => {
    expect(await askWith('message.post', [away, ok(1)])).toEqual([away, ok(1)]);
  });

  it('is final for an action that was looked at: its author has been told', async () => {
    expect(await askWith('action.execute', [shopAway, ok(1)])).toEqual([shopAway, shopAway]);
    expect(await askWith('message.post', [shopAway, ok(1)])).toEqual([shopAway, ok(1)]);
    expect(await askWith('action.execute', [away, ok(1)])).toEqual([away, ok(1)]);
  });

  it('is one answer for two that are asked at once', async () => {
    const askOnce = createRefusalMemory();
    const first = Promise.withResolvers<Result<number, Failure>>();
    const answers = [askOnce({ id: 'one', type: 'note.post' }, () => first.promise), askOnce({ id: 'one', type: 'note.post' }, () => Promise.resolve(ok(2)))];
    first.resolve(stale);
    expect(await Promise.all(answers)).toEqual([stale, stale]);
  });

  it('holds no more than a line can have on its way, and nothing that is no id', async () => {
    const askOnce = createRefusalMemory();
    const ask = (id: string, answer: Result<number, Failure>) => askOnce({ id, type: 'note.post' }, () => Promise.resolve(answer));
    for (let index = 0; index < 500; index += 1) await ask(`${index}`, stale);
    expect(await ask('0', ok(1))).toEqual(ok(1));
    expect(await ask('499', ok(1))).toEqual(stale);
    const long = 'x'.repeat(10_000);
    await ask(long, stale);
    expect(await ask(long, ok(1))).toEqual(ok(1));
  });
});
