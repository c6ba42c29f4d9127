import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startPostgres, type Postgres } from '../../../../scripts/test/postgres.ts';
import { openPostgres } from '../../../../src/backend/db/open-postgres.ts';
import { systemClock as clock } from '../../../../src/main/ports/system-clock.ts';
import { createSeededRandom } from '../../simulation/seeded-random.ts';
import { startSeededProxy, type SeededProxy } from '../network/seeded-proxy.ts';
import { startBackend } from '../processes/backend-process.ts';
import { startRedis, type RedisProcess } from '../processes/redis-process.ts';
import { BackendNode } from './backend-node.ts';
import { readSideOf } from './read-side.ts';
import type { Site } from './site.ts';

/** One PostgreSQL and one Redis that the nodes of many sites share, each site with a database of its own. */
export type SharedService = { readonly createSite: (folder: string) => Promise<Site>; readonly stop: () => Promise<void> };

const TEMPLATE = 'template_demo';
const NODES = ['north', 'south'];

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function urlOf({ url }: Postgres, database: string): string {
  const own = new URL(url);
  own.pathname = `/${database}`;
  return own.href;
}

/** A database with the demo shop in it, once, for sites to begin from. */
async function makeTemplate(postgres: Postgres): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-template-'));
  await administer(postgres.url, `create database ${TEMPLATE} lc_collate 'C' template template0`);
  const backend = await startBackend({ folder, env: { DATABASE_URL: urlOf(postgres, TEMPLATE) } });
  await backend.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Where both nodes keep the files that people send. */
const filesIn = (folder: string): string => path.join(folder, 'files');

/** Each node reaches the database by a line of its own. */
function createNode({ folder, name, url, line, redis }: { readonly folder: string; readonly name: string; readonly url: string; readonly line: SeededProxy; readonly redis: string }): BackendNode {
  const data = path.join(folder, name);
  mkdirSync(data, { recursive: true });
  const own = new URL(url);
  own.port = new URL(line.address).port;
  return new BackendNode({ folder: data, env: { DATABASE_URL: own.href, REDIS_URL: redis, BATON_NODE: name, BATON_FILES: filesIn(folder) } });
}

type Servers = { readonly postgres: Postgres; readonly redis: RedisProcess };

async function createSite({ postgres, redis }: Servers, database: string, folder: string): Promise<Site> {
  const url = urlOf(postgres, database);
  await administer(postgres.url, `create database ${database} template ${TEMPLATE}`);
  const lines = await Promise.all(NODES.map((name) => startSeededProxy({ target: () => Number(new URL(url).port), clock, random: createSeededRandom(`${database} ${name}`) })));
  const nodes = NODES.flatMap((name, index) => {
    const line = lines[index];
    return line ? [createNode({ folder, name, url, line, redis: redis.url })] : [];
  });
  let mended = Promise.resolve();
  /** What happens to a server is over before the next thing does. */
  const inTurn = (work: () => Promise<void>): Promise<void> => (mended = mended.then(work));
  return {
    nodes,
    openReadSide: async () => {
      await mended;
      return readSideOf(await openPostgres({ url, poolSize: 2 }), filesIn(folder), () => []);
    },
    servers: {
      pauseRedis: redis.pause,
      resumeRedis: redis.resume,
      restartRedis: () => inTurn(redis.crash),
      pausePostgres: () => inTurn(postgres.pause),
      resumePostgres: () => inTurn(async () => postgres.resume()),
      restartPostgres: () => inTurn(postgres.crash),
      forsakeDatabase: (node) => lines[node]?.forsake(),
    },
    close: async () => {
      await mended;
      await Promise.all(nodes.map((node) => node.close()));
      await Promise.all(lines.map((line) => line.close()));
      await administer(postgres.url, `drop database ${database} with (force)`);
    },
  };
}

/** Starts both servers; undefined where the machine has no PostgreSQL. */
export async function startShared(): Promise<SharedService | undefined> {
  const postgres = await startPostgres();
  if (!postgres) return undefined;
  const redis = await startRedis();
  await makeTemplate(postgres);
  let sites = 0;
  return {
    createSite: (folder) => createSite({ postgres, redis }, `site_${(sites += 1)}`, folder),
    stop: async () => {
      await redis.stop();
      await postgres.stop();
    },
  };
}
