import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../../src/assist/numeric/random.ts';
import { openHonestPairs, type HonestPairs } from '../../chaos/hostile/honest-pairs.ts';
import { percentile } from './median-interval.ts';
import { judgePairs, runRounds, type PairedFigure } from './paired-figure.ts';
import { startTwoNodes, type TwoNodes } from './two-nodes.ts';
import { showLoad, watchLoad, type OwnLoad } from './watch-load.ts';

export type NodesOptions = { readonly rounds: number; readonly seconds: number };

/** What messages to the other node took while Redis stood still; all of them came. */
export type Outage = { readonly seconds: number; readonly messages: number; readonly p50: number; readonly most: number; readonly own: OwnLoad };

export type NodesFigures = { readonly figure: PairedFigure; readonly outage: Outage };

/** Agents on each way: half of them write. */
const AGENTS = 20;
const PER_SECOND = 100;
const OUTAGE_SECONDS = 10;
/** What has not come by then is lost. */
const LOST_MS = 60_000;

/** Stops Redis while messages go to the other node; fails when one of them never comes. */
async function measureOutage({ redis }: TwoNodes, across: HonestPairs): Promise<Outage> {
  redis.pause();
  const lost = pause(LOST_MS, null, { ref: false }).then(() => {
    throw new Error('messages were lost while Redis stood still');
  });
  const measured = watchLoad(() => across.measure({ perSecond: PER_SECOND, seconds: OUTAGE_SECONDS, random: createRandom(2) }));
  await pause(OUTAGE_SECONDS * 1_000);
  redis.resume();
  const { value: times, own } = await Promise.race([measured, lost]);
  return { seconds: OUTAGE_SECONDS, messages: times.length, p50: percentile(times, 0.5), most: Math.max(...times), own };
}

/** From a desk at one node to a desk at the other, beside two desks at one node; undefined where there are no servers for it. */
export async function measureNodes({ rounds, seconds }: NodesOptions): Promise<NodesFigures | undefined> {
  const nodes = await startTwoNodes(2 * AGENTS);
  if (!nodes) return undefined;
  const { north, south, agents } = nodes;
  const within = await openHonestPairs({ writers: north.port, readers: north.port }, agents.slice(0, AGENTS));
  const across = await openHonestPairs({ writers: north.port, readers: south.port }, agents.slice(AGENTS));
  const p50 = async (pairs: HonestPairs): Promise<number> => percentile(await pairs.measure({ perSecond: PER_SECOND, seconds, random: createRandom(1) }), 0.5);
  const done = await runRounds(rounds, { ours: () => p50(across), bare: () => p50(within), bareAgain: () => p50(within) });
  const outage = await measureOutage(nodes, across);
  for (const pairs of [within, across]) pairs.close();
  await nodes.stop();
  return { figure: judgePairs({ name: `to a desk at the other node, p50 at ${PER_SECOND} msg/s`, unit: 'ms', budget: 1.3, names: { ours: 'two nodes', bare: 'one node' } }, done), outage };
}

/** One line. */
export const describeOutage = ({ seconds, messages, p50, most, own }: Outage): string =>
  `nodes: Redis stood still for ${seconds} s: ${messages} messages to the other node, 0 lost; p50 ${p50.toFixed(0)} ms, the slowest ${most.toFixed(0)} ms; the load ${showLoad(own)}`;
