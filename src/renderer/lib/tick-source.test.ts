import { expect, it } from 'vitest';
import { createTickSource } from './tick-source.ts';

/** A beat the test strikes by hand. */
function handBeat() {
  let time = 1000;
  let beat: (() => void) | null = null;
  return {
    source: createTickSource({
      now: () => time,
      every: (_, given) => {
        beat = given;
        return () => {
          beat = null;
        };
      },
    }),
    strike: (to: number): void => {
      time = to;
      beat?.();
    },
    isRunning: (): boolean => beat !== null,
  };
}

it('tells everybody the same time, once a beat', () => {
  const { source, strike } = handBeat();
  const heard: number[] = [];
  source.subscribe(() => heard.push(source.now()));
  source.subscribe(() => heard.push(source.now()));
  strike(2000);
  expect(heard).toEqual([2000, 2000]);
});

it('runs only while somebody listens', () => {
  const { source, isRunning } = handBeat();
  expect(isRunning()).toBe(false);
  const undoFirst = source.subscribe(() => undefined);
  const undoSecond = source.subscribe(() => undefined);
  undoFirst();
  expect(isRunning()).toBe(true);
  undoSecond();
  expect(isRunning()).toBe(false);
});
