import { setTimeout as pause } from 'node:timers/promises';
import { profileFlags, startEcho, startHouse } from './house-server.ts';
import { deskAuth } from './lines.ts';
import type { Agent } from './make-house.ts';
import type { MeasuredServer } from './measured-server.ts';
import { judgePairs, runRounds, type PairedFigure } from './paired-figure.ts';
import { openWireLine } from './wire-line.ts';

export type StormOptions = { readonly sockets: number; readonly rounds: number; readonly profileFolder?: string | undefined };

const PER_SHOP = 25;
const SETTLE_MS = 1_000;
/** Of the load: a listening queue holds no more than a few hundred that nobody has accepted yet. */
const AT_ONCE = 250;

/** Runs `work` for all items, so many at a time. */
async function pooled<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

type Storm = { readonly server: MeasuredServer; readonly agents: readonly Agent[]; readonly auth: (agent: Agent) => object };

/** Everybody comes back at once. Server's processor time for each, microseconds, until all are welcome and what follows has settled. */
async function microsEach({ server, agents, auth }: Storm): Promise<number> {
  const before = await server.cpuMicros();
  const wires: { readonly close: () => void }[] = [];
  await pooled(agents, async (agent) => void wires.push(await openWireLine({ port: server.port, auth: auth(agent) })));
  await pause(SETTLE_MS);
  const used = (await server.cpuMicros()) - before;
  for (const wire of wires) wire.close();
  await pause(SETTLE_MS);
  return used / agents.length;
}

/** All agents reconnect within their lease, as after a restart of the backend or of a switch. */
export async function measureStorm({ sockets, rounds, profileFolder }: StormOptions): Promise<PairedFigure> {
  const house = await startHouse({ agents: sockets, shops: Math.ceil(sockets / PER_SHOP), nodeFlags: profileFlags(profileFolder) });
  const [echo, echoAgain] = await Promise.all([startEcho(), startEcho()]);
  const { agents } = house;
  // The same device each time, with a growing epoch: a desk that comes back.
  const deviceIds = new Map(agents.map((agent) => [agent.token, deskAuth(agent).deviceId]));
  let epoch = 0;
  const returning = (agent: Agent): object => ({ ...deskAuth(agent, (epoch += 1)), deviceId: deviceIds.get(agent.token) });
  const done = await runRounds(rounds, {
    ours: () => microsEach({ server: house.server, agents, auth: returning }),
    bare: () => microsEach({ server: echo, agents, auth: () => ({}) }),
    bareAgain: () => microsEach({ server: echoAgain, agents, auth: () => ({}) }),
  });
  await Promise.all([house.stop(), echo.stop(), echoAgain.stop()]);
  return judgePairs({ name: `reconnect storm of ${sockets}`, unit: 'us of server CPU each', budget: 1.5, names: { ours: 'baton', bare: 'Socket.IO' } }, done);
}
