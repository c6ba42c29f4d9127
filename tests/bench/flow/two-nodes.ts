import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../../scripts/test/postgres.ts';
import { hasProgram } from '../../chaos/real/processes/has-program.ts';
import { REDIS, startRedis, type RedisProcess } from '../../chaos/real/processes/redis-process.ts';
import { BACKEND } from './house-server.ts';
import { makeHouse, type Agent } from './make-house.ts';
import { startMeasured, type MeasuredServer } from './measured-server.ts';

/** Two nodes of the service over one PostgreSQL, which tell each other over Redis. */
export type TwoNodes = { readonly agents: readonly Agent[]; readonly north: MeasuredServer; readonly south: MeasuredServer; readonly redis: RedisProcess; readonly stop: () => Promise<void> };

/** Starts everything; undefined where the machine lacks one of the servers. */
export async function startTwoNodes(agentCount: number): Promise<TwoNodes | undefined> {
  const postgres = hasProgram(REDIS) ? await startPostgres() : undefined;
  if (!postgres) return undefined;
  const redis = await startRedis();
  const folder = await mkdtemp(path.join(tmpdir(), 'flow-nodes-'));
  const secret = randomBytes(32);
  const agents = await makeHouse({ folder, databaseUrl: postgres.url, secret, agents: agentCount, shops: 1 });
  const start = (name: string): Promise<MeasuredServer> =>
    startMeasured({
      entry: BACKEND,
      environment: {
        PORT: '0', BATON_DATA: path.join(folder, name), BATON_SECRET: secret.toString('base64url'), BATON_NODE: name, DATABASE_URL: postgres.url, REDIS_URL: redis.url,
        BATON_REACTIONS: '0', BATON_LOG: 'error',
      },
    });
  const [north, south] = [await start('north'), await start('south')];
  return {
    agents, north, south, redis,
    stop: async () => {
      await Promise.all([north.stop(), south.stop()]);
      await Promise.all([redis.stop(), postgres.stop()]);
      await rm(folder, { recursive: true });
    },
  };
}
