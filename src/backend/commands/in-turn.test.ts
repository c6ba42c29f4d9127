import { describe, expect, it } from 'vitest';
import { createInTurn } from './in-turn.ts';

describe('what has the same key', () => {
  it('runs one after another, also behind a failure', async () => {
    const inTurn = createInTurn();
    const seen: string[] = [];
    const gate = Promise.withResolvers<void>();
    const first = inTurn('a', async () => {
      await gate.promise;
      seen.push('first');
      throw new Error('it failed');
    });
    const second = inTurn('a', async () => void seen.push('second'));
    const third = inTurn('a', async () => void seen.push('third'));
    await inTurn('b', async () => void seen.push('another'));
    expect(seen).toEqual(['another']);
    gate.resolve();
    await expect(first).rejects.toThrow('it failed');
    await Promise.all([second, third]);
    expect(seen).toEqual(['another', 'first', 'second', 'third']);
  });

  it('is run at once when nobody is at it', async () => {
    const inTurn = createInTurn();
    await inTurn('a', async () => undefined);
    let hasRun = false;
    const turn = inTurn('a', async () => void (hasRun = true));
    expect(hasRun).toBe(true);
    await turn;
  });
});
