import { medianInterval, percentile, showInterval, type MedianInterval } from './median-interval.ts';

/** One round: ours between two of the same bare thing. */
export type Triple = { readonly ours: number; readonly bare: number; readonly bareAgain: number };

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

function verdictOf({ low, high }: MedianInterval, control: MedianInterval, budget: number): PairedFigure['verdict'] {
  if (control.low > 1 || control.high < 1) return 'void';
  if (high <= budget) return 'met';
  return low > budget ? 'missed' : 'undecided';
}

/** Ratio of ours to the mean of both bare ones, and of these to each other, which has to hold 1.00; else the run is void. */
export function judgePairs(judging: Judging, rounds: readonly Triple[]): PairedFigure {
  const ratio = medianInterval(rounds.map(({ ours, bare, bareAgain }) => (2 * ours) / (bare + bareAgain)));
  const control = medianInterval(rounds.map(({ bare, bareAgain }) => bareAgain / bare));
  const median = (pick: (triple: Triple) => number): number => percentile(rounds.map(pick), 0.5);
  return { ...judging, rounds, ours: median((triple) => triple.ours), bare: median((triple) => triple.bare), ratio, control, verdict: verdictOf(ratio, control, judging.budget) };
}

/** Two lines: the figure, and its control. */
export function describeFigure({ name, unit, budget, names, ours, bare, ratio, control, verdict, rounds }: PairedFigure): string {
  const digits = Math.max(ours, bare) < 100 ? 2 : 0;
  return [
    `${name}: ${names.ours} ${ours.toFixed(digits)}, ${names.bare} ${bare.toFixed(digits)} ${unit} (medians of ${rounds.length} rounds)`,
    `${name}: ${names.ours} / ${names.bare} ${showInterval(ratio)}; budget ${budget.toFixed(2)}x: ${verdict.toUpperCase()}; control ${showInterval(control)}`,
  ].join('\n');
}

type Measured = { readonly ours: () => Promise<number>; readonly bare: () => Promise<number>; readonly bareAgain: () => Promise<number> };

/** Runs rounds with ours in the middle; the bare two change sides with every round. The first of them is a warm-up. */
export async function runRounds(count: number, { ours, bare, bareAgain }: Measured): Promise<readonly Triple[]> {
  const rounds: Triple[] = [];
  for (let number = 0; number <= count; number += 1) {
    const isBackwards = number % 2 === 1;
    const before = await (isBackwards ? bareAgain : bare)();
    const between = await ours();
    const after = await (isBackwards ? bare : bareAgain)();
    rounds.push({ ours: between, bare: isBackwards ? after : before, bareAgain: isBackwards ? before : after });
  }
  return rounds.slice(1);
}
