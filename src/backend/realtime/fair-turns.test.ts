import { expect, it } from 'vitest';
import { createFairTurns } from './fair-turns.ts';

/** Turns that end by hand, over work that only notes that it began. */
function turnsByHand() {
  const soon: (() => void)[] = [];
  const begun: string[] = [];
  const inTurn = createFairTurns({ soon: (run) => void soon.push(run) });
  const ask = (who: string, what: string): void => {
    void inTurn(who, async () => void begun.push(`${who} ${what}`));
  };
  const endTurn = (): void => soon.splice(0).forEach((run) => run());
  return { ask, endTurn, begun, isIdle: () => soon.length === 0 };
}

it('keeps who asks little from waiting behind who asks much', () => {
  const { ask, endTurn, begun } = turnsByHand();
  for (const what of ['1', '2', '3', '4', '5', '6']) ask('greedy', what);
  ask('modest', '1');
  expect(begun).toEqual(['greedy 1', 'greedy 2']);
  endTurn();
  expect(begun.slice(2)).toEqual(['greedy 3', 'modest 1']);
  endTurn();
  expect(begun.slice(4)).toEqual(['greedy 4', 'greedy 5']);
});

it('begins at once while a turn has room, and comes to rest', () => {
  const { ask, endTurn, begun, isIdle } = turnsByHand();
  ask('one', '1');
  endTurn();
  ask('one', '2');
  expect(begun).toEqual(['one 1', 'one 2']);
  endTurn();
  endTurn();
  expect(isIdle()).toBe(true);
});

it('hands on what the work comes to, also when it had to wait', async () => {
  const soon: (() => void)[] = [];
  const inTurn = createFairTurns({ soon: (run) => void soon.push(run) });
  const asked = [1, 2, 3].map((value) => inTurn('one', async () => value));
  const failing = inTurn('one', async () => {
    throw new Error('no');
  });
  while (soon.length > 0) soon.shift()?.();
  expect(await Promise.all(asked)).toEqual([1, 2, 3]);
  await expect(failing).rejects.toThrow('no');
});
