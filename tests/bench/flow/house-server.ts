import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeHouse, type Agent } from './make-house.ts';
import { startMeasured, type MeasuredServer } from './measured-server.ts';

export type HouseOptions = { readonly agents: number; readonly shops: number; readonly nodeFlags?: readonly string[] };

/** The service over a house of its own, with the agents who may connect to it. */
export type HouseServer = { readonly agents: readonly Agent[]; readonly server: MeasuredServer; readonly stop: () => Promise<void> };

/** The program of the service. */
export const BACKEND = path.join(import.meta.dirname, '../../../src/backend/server.ts');
const ECHO = path.join(import.meta.dirname, 'echo-server.ts');

/** Of Node: a processor profile of the whole life into the folder, when one is named. */
export const profileFlags = (folder: string | undefined): readonly string[] => (folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`]);

/** The service as it is run, without reactions: what follows a message is not the sending of it. */
export async function startHouse({ agents: count, shops, nodeFlags = [] }: HouseOptions): Promise<HouseServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'flow-'));
  const secret = randomBytes(32);
  const agents = await makeHouse({ folder, secret, agents: count, shops });
  const environment = { PORT: '0', BATON_DATA: folder, BATON_SECRET: secret.toString('base64url'), BATON_REACTIONS: '0', BATON_LOG: 'error' };
  const server = await startMeasured({ entry: BACKEND, environment, nodeFlags });
  return {
    agents, server,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** The yardstick. */
export const startEcho = (nodeFlags: readonly string[] = []): Promise<MeasuredServer> => startMeasured({ entry: ECHO, nodeFlags });
