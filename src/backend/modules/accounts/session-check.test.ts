import { expect, it } from 'vitest';
import { createSessionCheck } from './session-check.ts';

function checkOver(good: readonly string[]) {
  const queries: (readonly string[])[] = [];
  const soon: (() => void)[] = [];
  const isAlive = createSessionCheck({
    sessions: {
      alive: async (sessionIds) => {
        queries.push(sessionIds);
        return new Set(sessionIds.filter((id) => good.includes(id)));
      },
    },
    clock: () => 0,
    timers: { soon: (run) => void soon.push(run) },
  });
  return { isAlive, queries, endTurn: () => soon.splice(0).forEach((run) => run()) };
}

it('asks once for all of a turn, and anew in the next', async () => {
  const { isAlive, queries, endTurn } = checkOver(['a', 'c']);
  const first = Promise.all(['a', 'b', 'a'].map(isAlive));
  endTurn();
  expect(await first).toEqual([true, false, true]);
  const second = isAlive('c');
  endTurn();
  expect(await second).toBe(true);
  expect(queries).toEqual([['a', 'b'], ['c']]);
});
