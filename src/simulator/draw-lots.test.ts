import { describe, expect, it } from 'vitest';
import { createRandom } from '../assist/numeric/random.ts';
import { readCommandLine } from './command-line.ts';
import { readDemoCast } from './demo-cast.ts';
import { createLots, type Mix } from './draw-lots.ts';
import { GOALS } from './goals/goals.ts';

const cast = readDemoCast();
function drawMany(seed: number, mix: Mix | null = null, isBusy = (_customer: string) => false) {
  const lots = createLots({ goals: GOALS, cast, mix, random: createRandom(seed) });
  return Array.from({ length: 400 }, () => lots.draw(isBusy)).filter((lot) => lot !== null);
}
const faces = (lots: ReturnType<typeof drawMany>) => lots.map(({ goal, role }) => `${goal.name} ${role.customer} ${role.orderNumber}`);

describe('who comes next', () => {
  it('is the same for the same seed and another for another', () => {
    expect(faces(drawMany(7))).toEqual(faces(drawMany(7)));
    expect(faces(drawMany(7))).not.toEqual(faces(drawMany(8)));
  });

  it('brings every goal sooner or later, in both languages', () => {
    const drawn = drawMany(1);
    expect(new Set(drawn.map(({ goal }) => goal.name)).size).toBe(GOALS.length);
    expect(new Set(drawn.map(({ role }) => role.language))).toEqual(new Set(['zh', 'en']));
  });

  it('keeps to the mix', () => {
    expect(new Set(drawMany(1, { invoice: 1, typos: 3 }).map(({ goal }) => goal.name))).toEqual(new Set(['invoice', 'typos']));
  });

  it('never brings somebody who is already talking', () => {
    const drawn = drawMany(1, null, (customer) => customer === 'chen-xiaoman');
    expect(drawn.some(({ role }) => role.customer === 'chen-xiaoman')).toBe(false);
  });
});

describe('the command line', () => {
  it('reads what the host gives it', () => {
    expect(readCommandLine(['--server', 'http://127.0.0.1:8080/', '--every', '20', '--max', '8', '--seed', '3'])).toEqual({
      serverUrl: 'http://127.0.0.1:8080', shop: 'shanlan', everyMs: 20_000, maxOpen: 8, seed: 3, mix: undefined, isFast: false,
    });
  });

  it('says what is wrong', () => {
    expect(() => readCommandLine([])).toThrow('--server is missing');
    expect(() => readCommandLine(['--server', 'x', '--every', 'often'])).toThrow('--every takes a number');
  });
});
