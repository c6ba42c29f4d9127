import { createRandom } from '../../../src/assist/numeric/random.ts';
import { medianInterval, percentile, requireEnough, type MedianInterval } from '../../bench/flow/median-interval.ts';
import { summarizeLoads, watchLoad, type OwnLoad } from '../../bench/flow/watch-load.ts';
import type { Vitals } from '../soak/report-vitals.ts';
import type { WatchedProcess } from '../soak/watched-process.ts';
import type { AttackName, Order } from './attackers.ts';
import type { HonestPairs } from './honest-pairs.ts';
import { addTallies, type Tally } from './tally.ts';

export type Battlefield = {
  readonly backend: WatchedProcess<unknown>;
  readonly attackers: WatchedProcess<{ readonly tally: Tally }>;
  readonly honest: HonestPairs;
  readonly rounds: number;
  readonly seconds: number;
};

/** One attack beside calm, in turns. */
export type AttackFigures = {
  readonly attack: AttackName;
  readonly tally: Tally;
  /** Honest p99 under the attack over the honest p99 in the calm next to it. */
  readonly ratio: MedianInterval;
  readonly calmP99: number;
  readonly attackedP99: number;
  /** Processor time of the backend for each thing the attackers sent, microseconds; what honest people cost is taken off. */
  readonly microsPerAttack: number;
  readonly heapGrowthBytes: number;
  readonly residentPeakBytes: number;
  /** Of the process that sends what honest people say, and measures. */
  readonly honestLoad: { readonly calm: OwnLoad; readonly attacked: OwnLoad };
};

const PER_SECOND = 100;

type Stretch = { readonly p99: number; readonly cpuMicros: number; readonly after: Vitals; readonly own: OwnLoad };

/** One stretch of honest traffic, with whatever goes on beside it. */
async function stretch({ backend, honest, seconds }: Battlefield, number: number, beside: () => Promise<unknown>): Promise<Stretch> {
  const { cpuMicros } = await backend.vitals();
  const measure = () => honest.measure({ perSecond: PER_SECOND, seconds, random: createRandom(number + 1) });
  const [{ value: times, own }] = await Promise.all([watchLoad(measure), beside()]);
  const after = await backend.vitals();
  return { p99: percentile(times, 0.99), cpuMicros: after.cpuMicros - cpuMicros, after, own };
}

const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Runs calm and attack in turns; every second round the attack comes first. */
export async function measureAttack(field: Battlefield, attack: AttackName): Promise<AttackFigures> {
  requireEnough(field.rounds);
  const order: Order = { attack, seconds: field.seconds };
  let tally: Tally = { sent: 0, answers: {}, ended: 0, unanswered: 0 };
  const attackNow = async (): Promise<void> => {
    tally = addTallies(tally, (await field.attackers.ask(order)).tally);
  };
  const calm = (number: number): Promise<Stretch> => stretch(field, number, async () => undefined);
  const attacked = (number: number): Promise<Stretch> => stretch(field, number, attackNow);
  const before = await field.backend.vitals();
  const rounds: { readonly calm: Stretch; readonly attacked: Stretch }[] = [];
  for (let number = 0; number < field.rounds; number += 1) {
    if (number % 2 === 0) rounds.push({ calm: await calm(number), attacked: await attacked(number) });
    else {
      const first = await attacked(number);
      rounds.push({ calm: await calm(number), attacked: first });
    }
  }
  const after = await field.backend.vitals();
  const extraMicros = rounds.reduce((sum, round) => sum + round.attacked.cpuMicros - round.calm.cpuMicros, 0);
  return {
    attack, tally,
    ratio: medianInterval(rounds.map((round) => round.attacked.p99 / round.calm.p99)),
    calmP99: median(rounds.map((round) => round.calm.p99)),
    attackedP99: median(rounds.map((round) => round.attacked.p99)),
    microsPerAttack: extraMicros / tally.sent,
    heapGrowthBytes: after.heapBytes - before.heapBytes,
    residentPeakBytes: Math.max(...rounds.map((round) => round.attacked.after.residentBytes)),
    honestLoad: { calm: summarizeLoads(rounds.map((round) => round.calm.own)), attacked: summarizeLoads(rounds.map((round) => round.attacked.own)) },
  };
}
