import { setTimeout as pause } from 'node:timers/promises';
import { profileFlags, startEcho, startHouse } from './house-server.ts';
import { connectDesks, connectToEcho, type Lines } from './lines.ts';
import type { MeasuredServer } from './measured-server.ts';
import { offerLoad, type Load } from './offer-load.ts';
import { watchLoad, type OwnLoad } from './watch-load.ts';

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
  readonly own: OwnLoad;
  readonly accepted: number;
  readonly refused: number;
  readonly perSecond: number;
  /** Messages that reached the connections without being asked for, for each accepted one. */
  readonly pushedPerMessage: number;
};

export type ContestOptions = { readonly connections: number; readonly shops: number; readonly profileFolder?: string | undefined };

/**
 * The backend gathers a busy shop's rows for two seconds at most before all of its desks get them: what the last message sets off is
 * over by then. The echoes wait as long, so that the pulse of a connection and the like meet all alike.
 */
const TAIL_MS = 2_000 + 100;

/** Starts all three servers and connects an agent's worth of lines to each. */
export async function openContest({ connections, shops, profileFolder }: ContestOptions): Promise<Contest> {
  const house = await startHouse({ agents: connections, shops, nodeFlags: profileFlags(profileFolder) });
  const baton: Contestant = { name: 'baton', server: house.server, lines: await connectDesks(house.server.port, house.agents) };
  const openEcho = async (name: string): Promise<Contestant> => {
    const server = await startEcho();
    return { name, server, lines: await connectToEcho(server.port, house.agents) };
  };
  const echo = await openEcho('echo');
  const echoAgain = await openEcho('echo again');
  return {
    baton, echo, echoAgain,
    stop: async () => {
      for (const { lines } of [baton, echo, echoAgain]) lines.close();
      await Promise.all([house.stop(), echo.server.stop(), echoAgain.server.stop()]);
    },
  };
}

/** Puts a load on one server and says what it cost, with all that follows. */
export async function costOf({ server, lines }: Contestant, load: Load): Promise<Cost> {
  const pushedBefore = lines.received();
  const before = await server.cpuMicros();
  const { value: { accepted, refused, seconds }, own } = await watchLoad(() => offerLoad(lines.lines, load));
  await pause(TAIL_MS);
  const used = (await server.cpuMicros()) - before;
  return {
    microsPerMessage: used / accepted, ownMicrosPerMessage: (own.cpuMillis * 1e3) / accepted,
    own, accepted, refused, perSecond: accepted / seconds, pushedPerMessage: (lines.received() - pushedBefore) / accepted,
  };
}
