import { createRandom } from '../../../src/assist/numeric/random.ts';
import { startHouse } from './house-server.ts';
import { connectDesks } from './lines.ts';
import { judgePairs, runRounds, type PairedFigure } from './paired-figure.ts';
import { costOf, type Contestant } from './send-contest.ts';

export type CrowdOptions = { readonly rounds: number; readonly seconds: number };

const CROWD = 500;
const FEW = 50;
const PER_SHOP = 25;
const PER_SECOND = 200;

async function open(agents: number): Promise<Contestant & { readonly stop: () => Promise<void> }> {
  const house = await startHouse({ agents, shops: agents / PER_SHOP });
  const lines = await connectDesks(house.server.port, house.agents);
  return {
    name: `${agents} agents`, server: house.server, lines,
    stop: async () => {
      lines.close();
      await house.stop();
    },
  };
}

/** Processor time of the backend with 500 agents connected beside 50, at the same rate of messages; presence and pulses on. */
export async function measureCrowd({ rounds, seconds }: CrowdOptions): Promise<PairedFigure> {
  const [crowd, few, fewAgain] = [await open(CROWD), await open(FEW), await open(FEW)];
  const cost = async (contestant: Contestant): Promise<number> => {
    const { microsPerMessage, refused } = await costOf(contestant, { perSecond: PER_SECOND, seconds, random: createRandom(1) });
    if (refused > 0) throw new Error(`${refused} messages were refused`);
    return microsPerMessage;
  };
  const done = await runRounds(rounds, { ours: () => cost(crowd), bare: () => cost(few), bareAgain: () => cost(fewAgain) });
  await Promise.all([crowd, few, fewAgain].map((contestant) => contestant.stop()));
  return judgePairs({ name: `a crowd, at ${PER_SECOND} msg/s`, unit: 'us of server CPU a message', budget: 1.15, names: { ours: `${CROWD} agents`, bare: `${FEW}` } }, done);
}
