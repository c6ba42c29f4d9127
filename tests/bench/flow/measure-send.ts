import { createRandom } from '../../../src/assist/numeric/random.ts';
import { medianInterval, percentile, requireEnough, showInterval, type MedianInterval } from './median-interval.ts';
import { isControlSound } from './paired-figure.ts';
import { costOf, openContest, type Contest, type Contestant, type ContestOptions, type Cost } from './send-contest.ts';
import { table } from './table.ts';
import { showLoad, watchLoad, type OwnLoad } from './watch-load.ts';

export type SendOptions = ContestOptions & {
  readonly perSecond: number;
  /** Rounds with the same processes. */
  readonly pairs: number;
  /** How often all processes are started anew: two of the same build differ a little for as long as they live, so a block is one value. */
  readonly blocks: number;
  readonly secondsEach: number;
};

type Round = { readonly baton: Cost; readonly echo: Cost; readonly echoAgain: Cost };

type Quiet = { readonly baton: number; readonly echo: number; /** Of both loads, which are at once. */ readonly own: OwnLoad };

/** What the bench found; `sound` is false when equal builds differ or something was refused, and then the ratio says nothing. */
export type SendFigures = { readonly ratio: MedianInterval; readonly control: MedianInterval; readonly sound: boolean; readonly rounds: readonly Round[]; readonly quiet: Quiet };

const BUDGET = 2;
const UNKNOWN: Quiet = { baton: Number.NaN, echo: Number.NaN, own: { cpuMillis: Number.NaN, delayP99: Number.NaN, delayMost: Number.NaN } };
const QUIET = { perSecond: 1, seconds: 12 };

/**
 * One round: the backend between the two echoes, which change sides with every round, so that drift and what the one before
 * leaves behind meet both alike. All three get the same arrivals.
 */
async function runRound({ baton, echo, echoAgain }: Contest, options: SendOptions, number: number): Promise<Round> {
  const load = () => ({ perSecond: options.perSecond, seconds: options.secondsEach, random: createRandom(number + 1) });
  const isBackwards = number % 2 === 1;
  const [first, last]: readonly [Contestant, Contestant] = isBackwards ? [echoAgain, echo] : [echo, echoAgain];
  const before = await costOf(first, load());
  const between = await costOf(baton, load());
  const after = await costOf(last, load());
  return { baton: between, echo: isBackwards ? after : before, echoAgain: isBackwards ? before : after };
}

function describe(name: string, costs: readonly Cost[]): readonly string[] {
  const typical = (pick: (cost: Cost) => number, digits = 0): string => percentile(costs.map(pick), 0.5).toFixed(digits);
  const refused = costs.reduce((sum, cost) => sum + cost.refused, 0);
  return [name, typical((cost) => cost.microsPerMessage), typical((cost) => cost.perSecond), typical((cost) => cost.pushedPerMessage, 1), typical((cost) => cost.ownMicrosPerMessage), typical((cost) => cost.own.delayP99, 1), String(refused)];
}

function verdict({ low, high }: MedianInterval): string {
  if (high <= BUDGET) return 'met';
  return low > BUDGET ? 'missed' : 'undecided';
}

/** Beside the mean of both echoes, which wavers less than one of them. */
const ratioOf = ({ baton, echo, echoAgain }: Round): number => (2 * baton.microsPerMessage) / (echo.microsPerMessage + echoAgain.microsPerMessage);

type Block = { readonly rounds: readonly Round[]; readonly quiet: Quiet };

/** Rounds of one block share its processes and whatever is odd about them: only its median is independent of the others. */
const overBlocks = (blocks: readonly Block[], pick: (round: Round) => number): MedianInterval => medianInterval(blocks.map(({ rounds }) => percentile(rounds.map(pick), 0.5)));

/** Whether two equal builds come out equal, and nothing was refused: else the run says nothing. */
const isSound = (control: MedianInterval, rounds: readonly Round[]): boolean =>
  isControlSound(control) && rounds.every((round) => [round.baton, round.echo, round.echoAgain].every((cost) => cost.refused === 0));

function print(options: SendOptions, { ratio, control, sound, rounds, quiet }: SendFigures): void {
  console.log(`send: ${options.connections} desks in ${options.shops} shop(s), each with its conversation open; ${options.perSecond} msg/s offered, ${rounds.length} rounds of ${options.secondsEach} s each, intervals over the medians of ${options.blocks} starts of all processes\n`);
  const head = ['server', 'us of server CPU a message', 'msg/s reached', 'pushed a message', 'us of load CPU a message', 'load late at p99, ms', 'refused'];
  console.log(table(head, [describe('baton', rounds.map((round) => round.baton)), describe('echo', rounds.map((round) => round.echo)), describe('echo again', rounds.map((round) => round.echoAgain))]));
  console.log(`\nsend: baton / echo ${showInterval(ratio)}; budget ${BUDGET.toFixed(1)}x: ${sound ? verdict(ratio) : 'VOID'}`);
  console.log(`send: control, echo again / echo ${showInterval(control)}${sound ? '' : ' - VOID: equal builds differ, or messages were refused'}`);
  console.log(`send: at ${QUIET.perSecond} msg/s baton ${quiet.baton.toFixed(0)} us, echo ${quiet.echo.toFixed(0)} us a message, heartbeats of all connections and every colleague's list included; the load ${showLoad(quiet.own)}`);
}

/** A message a second: what a lone message costs, with the pulse of all the connections in it. Both at once, as both idle. */
async function measureQuiet({ baton, echo }: Contest): Promise<Quiet> {
  const { value: [ours, bare], own } = await watchLoad(() => Promise.all([baton, echo].map((contestant) => costOf(contestant, { ...QUIET, random: createRandom(2) }))));
  if (!ours || !bare) throw new Error('nothing was measured');
  return { baton: ours.microsPerMessage, echo: bare.microsPerMessage, own };
}

async function runBlock(options: SendOptions, isLast: boolean): Promise<Block> {
  const contest = await openContest(options);
  try {
    // Twice unmeasured: code gets compiled, caches fill.
    for (const number of [0, 1]) await runRound(contest, options, number);
    const rounds: Round[] = [];
    for (let number = 0; number < options.pairs; number += 1) rounds.push(await runRound(contest, options, number));
    return { rounds, quiet: isLast ? await measureQuiet(contest) : UNKNOWN };
  } finally {
    await contest.stop();
  }
}

/** Runs the contest and prints it. */
export async function measureSend(options: SendOptions): Promise<SendFigures> {
  requireEnough(options.blocks);
  const blocks: Block[] = [];
  for (let number = 1; number <= options.blocks; number += 1) blocks.push(await runBlock(options, number === options.blocks));
  const rounds = blocks.flatMap((block) => block.rounds);
  const control = overBlocks(blocks, ({ echo, echoAgain }) => echoAgain.microsPerMessage / echo.microsPerMessage);
  const figures = { ratio: overBlocks(blocks, ratioOf), control, sound: isSound(control, rounds), rounds, quiet: blocks.at(-1)?.quiet ?? UNKNOWN };
  print(options, figures);
  return figures;
}
