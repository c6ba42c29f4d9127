import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectDesks, connectToEcho, type Lines } from './lines.ts';
import { makeHouse } from './make-house.ts';
import { startMeasured, type MeasuredServer } from './measured-server.ts';
import { offerLoad, type Load } from './offer-load.ts';

/** One server with its connections. */
export type Contestant = { readonly name: string; readonly server: MeasuredServer; readonly lines: Lines };

/** The backend, and the same bare echo twice: the second tells how far two equal things differ here. */
export type Contest = { readonly baton: Contestant; readonly echo: Contestant; readonly echoAgain: Contestant; readonly stop: () => Promise<void> };

/** What a stretch of load cost. */
export type Cost = {
  /** Processor time of the server for each accepted message, microseconds. */
  readonly microsPerMessage: number;
  /** The same of this process, which makes the load. */
  readonly ownMicrosPerMessage: number;
  readonly accepted: number;
  readonly refused: number;
  readonly perSecond: number;
  /** Messages that reached the connections without being asked for, for each accepted one. */
  readonly pushedPerMessage: number;
};

export type ContestOptions = { readonly connections: number; readonly shops: number; readonly profileFolder?: string | undefined };

const BACKEND = path.join(import.meta.dirname, '../../../src/backend/server.ts');
const ECHO = path.join(import.meta.dirname, 'echo-server.ts');

/** The built service as it is run, without reactions: what follows a message is not the sending of it. */
function startBackend(folder: string, secret: Buffer, profileFolder: string | undefined): Promise<MeasuredServer> {
  const environment = { PORT: '0', BATON_DATA: folder, BATON_SECRET: secret.toString('base64url'), BATON_REACTIONS: '0', BATON_LOG: 'error' };
  const nodeFlags = profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`];
  return startMeasured({ entry: BACKEND, environment, nodeFlags });
}

/** Starts all three servers and connects an agent's worth of lines to each. */
export async function openContest({ connections, shops, profileFolder }: ContestOptions): Promise<Contest> {
  const folder = await mkdtemp(path.join(tmpdir(), 'flow-'));
  const secret = randomBytes(32);
  const agents = await makeHouse({ folder, secret, agents: connections, shops });
  const server = await startBackend(folder, secret, profileFolder);
  const baton: Contestant = { name: 'baton', server, lines: await connectDesks(server.port, agents) };
  const openEcho = async (name: string): Promise<Contestant> => {
    const echoServer = await startMeasured({ entry: ECHO });
    return { name, server: echoServer, lines: await connectToEcho(echoServer.port, agents) };
  };
  const echo = await openEcho('echo');
  const echoAgain = await openEcho('echo again');
  return {
    baton, echo, echoAgain,
    stop: async () => {
      for (const { lines } of [baton, echo, echoAgain]) lines.close();
      await Promise.all([baton, echo, echoAgain].map((contestant) => contestant.server.stop()));
      await rm(folder, { recursive: true });
    },
  };
}

/** Puts a load on one server and says what it cost. */
export async function costOf({ server, lines }: Contestant, load: Load): Promise<Cost> {
  const pushedBefore = lines.received();
  const ownBefore = process.cpuUsage();
  const before = await server.cpuMicros();
  const { accepted, refused, seconds } = await offerLoad(lines.lines, load);
  const used = (await server.cpuMicros()) - before;
  const own = process.cpuUsage(ownBefore);
  return {
    microsPerMessage: used / accepted, ownMicrosPerMessage: (own.user + own.system) / accepted,
    accepted, refused, perSecond: accepted / seconds, pushedPerMessage: (lines.received() - pushedBefore) / accepted,
  };
}
