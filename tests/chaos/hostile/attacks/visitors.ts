import { setTimeout as pause } from 'node:timers/promises';
import { breakFrame, fuzzPage } from '../fuzz/make-frame.ts';
import { askAs, asPage, stepUntilOver, type Attack, type Field, type RogueLine } from './rogue.ts';

const BETWEEN_MS = 500;
/** A page may say one thing in this time, and what it has saved up: most say just that, one of four says ten times as much. */
const LOUD_OF = 4;
const LOUD = 10;
const BROKEN_SHARE = 0.03;

async function sayNonsense({ random, counting }: Field, page: RogueLine): Promise<void> {
  const line = await page.line();
  if (random() >= BROKEN_SHARE) return void (await askAs(line, counting, fuzzPage(random)));
  counting.countSent();
  line.say(breakFrame(random));
}

/** Customers whose pages say what is wrong, too often, and in frames that are none. */
export const visitors: Attack = async (field) => {
  await Promise.all(
    field.visitors.map((visitor, index) => {
      const times = index % LOUD_OF === 0 ? LOUD : 1;
      return stepUntilOver(field, asPage(visitor), async (page) => {
        await Promise.all([pause(BETWEEN_MS), ...Array.from({ length: times }, () => sayNonsense(field, page))]);
      });
    }),
  );
};
