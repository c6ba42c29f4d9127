import { medianInterval, percentile, requireEnough, showInterval, type MedianInterval } from './median-interval.ts';
import { showLoad, summarizeLoads, watchLoad, type OwnLoad } from './watch-load.ts';

/** One round: ours between two of the same bare thing. */
export type Triple = {
  readonly ours: number;
  readonly bare: number;
  readonly bareAgain: number;
  /** Of the process that makes the load: it has to be as easy for ours as for the bare thing. */
  readonly load: { readonly ours: OwnLoad; readonly bare: OwnLoad };
};

export type Judging = {
  readonly name: string;
  readonly unit: string;
  /** The ratio that is wanted at most. */
  readonly budget: number;
  readonly names: { readonly ours: string; readonly bare: string };
};

export type PairedFigure = Judging & {
  readonly rounds: readonly Triple[];
  readonly ours: number;
  readonly bare: number;
  readonly ratio: MedianInterval;
  readonly control: MedianInterval;
  readonly verdict: 'met' | 'missed' | 'undecided' | 'void';
};

/** How far two equal things may come out apart, fixed before anything was measured. */
const CONTROL_BAND = 1.15;

/**
 * Whether a control shows two equal things as equal: its interval holds 1.00, and is narrow enough that a difference would have shown.
 * By the first alone, the noisier a run is, the surer it would pass.
 */
export const isControlSound = ({ low, high }: MedianInterval): boolean => low <= 1 && high >= 1 && low >= 1 / CONTROL_BAND && high <= CONTROL_BAND;

function verdictOf({ low, high }: MedianInterval, control: MedianInterval, budget: number): PairedFigure['verdict'] {
  if (!isControlSound(control)) return 'void';
  if (high <= budget) return 'met';
  return low > budget ? 'missed' : 'undecided';
}

/** Ratio of ours to the mean of both bare ones, and of these to each other, which have to come out equal; else the run is void. */
export function judgePairs(judging: Judging, rounds: readonly Triple[]): PairedFigure {
  const ratio = medianInterval(rounds.map(({ ours, bare, bareAgain }) => (2 * ours) / (bare + bareAgain)));
  const control = medianInterval(rounds.map(({ bare, bareAgain }) => bareAgain / bare));
  const median = (pick: (triple: Triple) => number): number => percentile(rounds.map(pick), 0.5);
  return { ...judging, rounds, ours: median((triple) => triple.ours), bare: median((triple) => triple.bare), ratio, control, verdict: verdictOf(ratio, control, judging.budget) };
}

/** Three lines: the figure, its control, and what a round cost the load itself. */
export function describeFigure({ name, unit, budget, names, ours, bare, ratio, control, verdict, rounds }: PairedFigure): string {
  const digits = Math.max(ours, bare) < 100 ? 2 : 0;
  return [
    `${name}: ${names.ours} ${ours.toFixed(digits)}, ${names.bare} ${bare.toFixed(digits)} ${unit} (medians of ${rounds.length} rounds)`,
    `${name}: ${names.ours} / ${names.bare} ${showInterval(ratio)}; budget ${budget.toFixed(2)}x: ${verdict.toUpperCase()}; control ${showInterval(control)}`,
    `${name}: the load of a round: ${names.ours} ${showLoad(summarizeLoads(rounds.map(({ load }) => load.ours)))}; ${names.bare} ${showLoad(summarizeLoads(rounds.map(({ load }) => load.bare)))}`,
  ].join('\n');
}

type Measured = { readonly ours: () => Promise<number>; readonly bare: () => Promise<number>; readonly bareAgain: () => Promise<number> };

/** Runs rounds with ours in the middle; the bare two change sides with every round. The first of them is a warm-up. */
export async function runRounds(count: number, { ours, bare, bareAgain }: Measured): Promise<readonly Triple[]> {
  requireEnough(count);
  const rounds: Triple[] = [];
  for (let number = 0; number <= count; number += 1) {
    const isBackwards = number % 2 === 1;
    const before = await watchLoad(isBackwards ? bareAgain : bare);
    const between = await watchLoad(ours);
    const after = await watchLoad(isBackwards ? bare : bareAgain);
    const [one, again] = isBackwards ? [after, before] : [before, after];
    rounds.push({ ours: between.value, bare: one.value, bareAgain: again.value, load: { ours: between.own, bare: one.own } });
  }
  return rounds.slice(1);
}
