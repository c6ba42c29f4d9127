import path from 'node:path';
import { createRandom } from '../../../src/assist/numeric/random.ts';
import { openHonestPairs } from '../../chaos/hostile/honest-pairs.ts';
import { startHouse } from './house-server.ts';
import type { Agent } from './make-house.ts';
import { startMeasured } from './measured-server.ts';
import { percentile } from './median-interval.ts';
import { offerLoad } from './offer-load.ts';
import { judgePairs, runRounds, type PairedFigure } from './paired-figure.ts';
import { openRawLine } from './raw-line.ts';

export type RelayOptions = { readonly rounds: number; readonly seconds: number };

const PAIRS = 100;
const PER_SHOP = 20;
const PER_SECOND = 1_000;
/** As long as the frame of a note. */
const FRAME = 'x'.repeat(230);

type Echo = { readonly p99: () => Promise<number>; readonly stop: () => Promise<void> };

async function openRawEcho(load: () => Parameters<typeof offerLoad>[1]): Promise<Echo> {
  const server = await startMeasured({ entry: path.join(import.meta.dirname, 'raw-echo-server.ts') });
  const took: number[] = [];
  const raw = await Promise.all(Array.from({ length: PAIRS }, () => openRawLine(server.port, FRAME, (milliseconds) => void took.push(milliseconds))));
  return {
    p99: async () => {
      await offerLoad(raw.map(({ line }) => line), load());
      return percentile(took.splice(0), 0.99);
    },
    stop: async () => {
      for (const { close } of raw) close();
      await server.stop();
    },
  };
}

/** From one desk's sending to another desk's hearing of it, at 1,000 messages a second, beside there and back on a raw WebSocket. */
export async function measureRelay({ rounds, seconds }: RelayOptions): Promise<PairedFigure> {
  const load = () => ({ perSecond: PER_SECOND, seconds, random: createRandom(1) });
  const house = await startHouse({ agents: 2 * PAIRS, shops: (2 * PAIRS) / PER_SHOP });
  // Agents are dealt out to the shops in turn; two who make a pair are of one shop.
  const shopOf = ({ account }: Agent): string => account.shopIds[0] ?? '';
  const mates = house.agents.toSorted((a, b) => shopOf(a).localeCompare(shopOf(b)));
  const { port } = house.server;
  const pairs = await openHonestPairs({ writers: port, readers: port }, mates);
  const [echo, echoAgain] = [await openRawEcho(load), await openRawEcho(load)];
  const done = await runRounds(rounds, {
    ours: async () => percentile(await pairs.measure(load()), 0.99),
    bare: echo.p99,
    bareAgain: echoAgain.p99,
  });
  pairs.close();
  await Promise.all([house.stop(), echo.stop(), echoAgain.stop()]);
  return judgePairs({ name: `to the other desk, p99 at ${PER_SECOND} msg/s`, unit: 'ms', budget: 2.5, names: { ours: 'baton', bare: 'raw ws echo' } }, done);
}
