import { setTimeout as pause } from 'node:timers/promises';
import { startEcho, startHouse } from './house-server.ts';
import { deskAuth } from './lines.ts';
import type { Agent } from './make-house.ts';
import type { MeasuredServer } from './measured-server.ts';
import { judgePairs, runRounds, type PairedFigure } from './paired-figure.ts';
import { openWireLine } from './wire-line.ts';

export type HeapOptions = { readonly connections: number; readonly rounds: number };

const FLAGS = ['--expose-gc'];
const PER_SHOP = 25;
/** What is written down and told after a connection has been. */
const SETTLE_MS = 500;

/** Bytes of live heap for each of the connections, above the heap without them. */
async function heapEach(server: MeasuredServer, agents: readonly Agent[], auth: (agent: Agent) => object): Promise<number> {
  const without = await server.heapBytes();
  const wires = await Promise.all(agents.map((agent) => openWireLine({ port: server.port, auth: auth(agent) })));
  await pause(SETTLE_MS);
  const withThem = await server.heapBytes();
  for (const wire of wires) wire.close();
  await pause(SETTLE_MS);
  return (withThem - without) / agents.length;
}

/** Heap of a connected, authorised agent with their rooms and presence, beside a bare Socket.IO connection. */
export async function measureHeap({ connections, rounds }: HeapOptions): Promise<PairedFigure> {
  const house = await startHouse({ agents: connections, shops: Math.ceil(connections / PER_SHOP), nodeFlags: FLAGS });
  const [echo, echoAgain] = await Promise.all([startEcho(FLAGS), startEcho(FLAGS)]);
  let epoch = 0;
  const done = await runRounds(rounds, {
    ours: () => heapEach(house.server, house.agents, (agent) => deskAuth(agent, (epoch += 1))),
    bare: () => heapEach(echo, house.agents, () => ({})),
    bareAgain: () => heapEach(echoAgain, house.agents, () => ({})),
  });
  await Promise.all([house.stop(), echo.stop(), echoAgain.stop()]);
  return judgePairs({ name: `heap of each of ${connections} connections`, unit: 'bytes', budget: 1.3, names: { ours: 'baton', bare: 'Socket.IO' } }, done);
}
