import { createRandom, type Random } from '../../../src/assist/numeric/random.ts';
import { medianInterval, type MedianInterval } from './median-interval.ts';
import { costOf, openContest, type Contest, type ContestOptions, type Cost } from './send-contest.ts';
import { table } from './table.ts';

export type SendOptions = ContestOptions & { readonly perSecond: number; readonly pairs: number; readonly secondsEach: number };

type Round = { readonly baton: Cost; readonly echo: Cost; readonly echoAgain: Cost };

const BUDGET = 2;
const QUIET = { perSecond: 1, seconds: 12 };

/** One round over the three servers; every second one runs backwards, so that a drift of the machine meets both sides alike. */
async function runRound({ baton, echo, echoAgain }: Contest, options: SendOptions, turn: { readonly random: Random; readonly backwards: boolean }): Promise<Round> {
  const load = { perSecond: options.perSecond, seconds: options.secondsEach, random: turn.random };
  const costs = new Map<string, Cost>();
  const order = [baton, echo, echoAgain];
  for (const contestant of turn.backwards ? order.toReversed() : order) costs.set(contestant.name, await costOf(contestant, load));
  const of = (name: string): Cost => {
    const cost = costs.get(name);
    if (!cost) throw new Error(`${name} was not measured`);
    return cost;
  };
  return { baton: of(baton.name), echo: of(echo.name), echoAgain: of(echoAgain.name) };
}

function describe(name: string, costs: readonly Cost[]): readonly string[] {
  const typical = (pick: (cost: Cost) => number, digits = 0): string => medianInterval(costs.map(pick)).median.toFixed(digits);
  const refused = costs.reduce((sum, cost) => sum + cost.refused, 0);
  return [name, typical((cost) => cost.microsPerMessage), typical((cost) => cost.perSecond), typical((cost) => cost.pushedPerMessage, 1), typical((cost) => cost.ownMicrosPerMessage), String(refused)];
}

const show = ({ median, low, high, coverage }: MedianInterval): string => `${median.toFixed(2)}x, ${(coverage * 100).toFixed(0)} % interval ${low.toFixed(2)}..${high.toFixed(2)}`;

function verdict({ low, high }: MedianInterval): string {
  if (high <= BUDGET) return 'met';
  return low > BUDGET ? 'missed' : 'undecided';
}

/** Whether two equal builds come out equal, and nothing was refused: else the run says nothing. */
const isSound = (control: MedianInterval, rounds: readonly Round[]): boolean =>
  control.low <= 1 && control.high >= 1 && rounds.every((round) => [round.baton, round.echo, round.echoAgain].every((cost) => cost.refused === 0));

function print(options: SendOptions, rounds: readonly Round[]): boolean {
  const ratio = medianInterval(rounds.map(({ baton, echo }) => baton.microsPerMessage / echo.microsPerMessage));
  const control = medianInterval(rounds.map(({ echo, echoAgain }) => echoAgain.microsPerMessage / echo.microsPerMessage));
  const sound = isSound(control, rounds);
  console.log(`send: ${options.connections} desks in ${options.shops} shop(s), each with its conversation open; ${options.perSecond} msg/s offered, ${rounds.length} pairs of ${options.secondsEach} s\n`);
  const head = ['server', 'us of server CPU a message', 'msg/s reached', 'pushed a message', 'us of load CPU a message', 'refused'];
  console.log(table(head, [describe('baton', rounds.map((round) => round.baton)), describe('echo', rounds.map((round) => round.echo)), describe('echo again', rounds.map((round) => round.echoAgain))]));
  console.log(`\nsend: baton / echo ${show(ratio)}; budget ${BUDGET.toFixed(1)}x: ${sound ? verdict(ratio) : 'VOID'}`);
  console.log(`send: control, echo again / echo ${show(control)}${sound ? '' : ' - VOID: equal builds differ, or messages were refused'}`);
  return sound;
}

/** A message a second: what a lone message costs, with the pulse of all the connections in it. Both at once, as both idle. */
async function printQuiet({ baton, echo }: Contest): Promise<void> {
  const [ours, bare] = await Promise.all([baton, echo].map((contestant) => costOf(contestant, { ...QUIET, random: createRandom(2) })));
  if (!ours || !bare) throw new Error('nothing was measured');
  console.log(`send: at ${QUIET.perSecond} msg/s baton ${ours.microsPerMessage.toFixed(0)} us, echo ${bare.microsPerMessage.toFixed(0)} us a message, heartbeats of all connections included`);
}

/** Runs the contest and prints it; false when the run is void. */
export async function measureSend(options: SendOptions): Promise<boolean> {
  const contest = await openContest(options);
  try {
    const random = createRandom(1);
    // Once unmeasured: code gets compiled, caches fill.
    await runRound(contest, options, { random, backwards: false });
    const rounds: Round[] = [];
    for (let round = 0; round < options.pairs; round += 1) rounds.push(await runRound(contest, options, { random, backwards: round % 2 === 1 }));
    const sound = print(options, rounds);
    await printQuiet(contest);
    return sound;
  } finally {
    await contest.stop();
  }
}
