import type { Random } from '../../../src/assist/numeric/random.ts';

/** One connection: sends its next message and settles when it is answered; true when it was accepted. */
export type Line = { readonly send: () => Promise<boolean> };

export type Load = { readonly perSecond: number; readonly seconds: number; readonly random: Random };

export type Offered = { readonly accepted: number; readonly refused: number; readonly seconds: number };

/** Milliseconds until the next message: arrivals that know nothing of each other (exponential gaps, mean 1000 / perSecond). */
const gap = ({ perSecond, random }: Load): number => (-Math.log(1 - random()) * 1_000) / perSecond;

/** Instants, in milliseconds from the start, at which messages are due. */
function arrivals(load: Load): number[] {
  const at: number[] = [];
  for (let due = gap(load); due < load.seconds * 1_000; due += gap(load)) at.push(due);
  return at;
}

/**
 * Offers messages at their instants whether or not earlier ones are answered (open loop), over the lines in turn, and waits
 * for all answers. A timer of a millisecond is the grain: what a tick finds due goes out at once.
 */
export async function offerLoad(lines: readonly Line[], load: Load): Promise<Offered> {
  const due = arrivals(load);
  const answers: Promise<boolean>[] = [];
  const start = performance.now();
  await new Promise<void>((resolve) => {
    const tick = (): void => {
      const now = performance.now() - start;
      while (answers.length < due.length && (due[answers.length] ?? 0) <= now) answers.push(lines[answers.length % lines.length]?.send() ?? Promise.resolve(false));
      if (answers.length < due.length) setTimeout(tick, 1);
      else resolve();
    };
    tick();
  });
  const settled = await Promise.all(answers);
  const accepted = settled.filter(Boolean).length;
  return { accepted, refused: settled.length - accepted, seconds: (performance.now() - start) / 1_000 };
}
