import { expect, it } from 'vitest';
import { createCommitPace } from './commit-pace.ts';

/** Timers that wait to be told. */
function createHeldTimers() {
  const soon: (() => void)[] = [];
  const later: (() => void)[] = [];
  const release = (held: (() => void)[]) => (): void => held.splice(0).forEach((run) => run());
  return {
    timers: {
      after: (_ms: number, run: () => void) => {
        later.push(run);
        return () => undefined;
      },
      every: () => () => undefined,
      soon: (run: () => void) => void soon.push(run),
    },
    endTurn: release(soon),
    endRest: release(later),
  };
}

function createScene() {
  const held = createHeldTimers();
  const groups: number[] = [];
  let waiting = 0;
  const begin = (): void => {
    const count = Math.min(waiting, 3);
    groups.push(count);
    waiting -= count;
    pace.wrote(count);
  };
  const pace = createCommitPace({ timers: held.timers, full: 3, waiting: () => waiting, begin });
  const come = (count: number): void => {
    for (let one = 0; one < count; one += 1) {
      waiting += 1;
      pace.look();
    }
  };
  return { ...held, groups, come };
}

it('lets one after the other pass at once', () => {
  const { groups, come, endTurn } = createScene();
  for (let turn = 0; turn < 3; turn += 1) {
    come(1);
    endTurn();
  }
  expect(groups).toEqual([1, 1, 1]);
});

it('gathers behind a group of several, until the rest is over', () => {
  const { groups, come, endTurn, endRest } = createScene();
  come(2);
  endTurn();
  come(1);
  endTurn();
  come(1);
  endTurn();
  expect(groups).toEqual([2]);
  endRest();
  endTurn();
  expect(groups).toEqual([2, 2]);
});

it('does not hold back a full group', () => {
  const { groups, come, endTurn } = createScene();
  come(2);
  endTurn();
  come(3);
  endTurn();
  expect(groups).toEqual([2, 3]);
});
