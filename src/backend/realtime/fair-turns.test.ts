import { expect, it } from 'vitest';
import { createFairTurns } from './fair-turns.ts';

/** Turns that end by hand, over work that only notes that it began. */
function turnsByHand() {
  const soon: (() => void)[] = [];
  const begun: string[] = [];
  const held = new Set<string>();
  const turns = createFairTurns<string>({ timers: { soon: (run) => void soon.push(run) }, mayBegin: (who) => !held.has(who) });
  const ask = (who: string, what: string): void => {
    void turns.begin(who, async () => void begun.push(`${who} ${what}`));
  };
  const endTurn = (): void => soon.splice(0).forEach((run) => run());
  return { ask, endTurn, begun, held, turns, isIdle: () => soon.length === 0 };
}

it('keeps who asks little from waiting behind who asks much', () => {
  const { ask, endTurn, begun } = turnsByHand();
  for (const what of ['1', '2', '3']) ask('greedy', what);
  ask('modest', '1');
  expect(begun).toEqual(['greedy 1']);
  endTurn();
  endTurn();
  expect(begun).toEqual(['greedy 1', 'greedy 2', 'modest 1']);
  endTurn();
  expect(begun.at(-1)).toBe('greedy 3');
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

it('begins nothing of who may not, lets the others go on, and goes on where it was when they may', () => {
  const { ask, endTurn, begun, held, turns, isIdle } = turnsByHand();
  held.add('deaf');
  ask('deaf', '1');
  ask('deaf', '2');
  ask('well', '1');
  expect(begun).toEqual(['well 1']);
  endTurn();
  ask('well', '2');
  endTurn();
  endTurn();
  expect(isIdle()).toBe(true);
  ask('deaf', '3');
  expect(turns.waitingOf('deaf')).toBe(3);
  held.delete('deaf');
  turns.resume('deaf');
  while (!isIdle()) endTurn();
  expect(begun).toEqual(['well 1', 'well 2', 'deaf 1', 'deaf 2', 'deaf 3']);
  expect(turns.waitingOf('deaf')).toBe(0);
});

it('hands on what the work comes to, also when it had to wait', async () => {
  const soon: (() => void)[] = [];
  const { begin } = createFairTurns<string>({ timers: { soon: (run) => void soon.push(run) }, mayBegin: () => true });
  const asked = [1, 2, 3].map((value) => begin('one', async () => value));
  const failing = begin('one', async () => {
    throw new Error('no');
  });
  while (soon.length > 0) soon.shift()?.();
  expect(await Promise.all(asked)).toEqual([1, 2, 3]);
  await expect(failing).rejects.toThrow('no');
});
