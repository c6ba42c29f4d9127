import { createHmac } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import { buildApp, type App } from './app.ts';
import { loadEngine } from './bot/engine.ts';
import type { Clock, NewId, Timers } from './clock.ts';
import type { Config } from './config/read-config.ts';
import { loadSigningSecret } from './config/signing-secret.ts';
import type { Database } from './db/database.ts';
import { openPostgres } from './db/open-postgres.ts';
import { openSqlite } from './db/open-sqlite.ts';
import type { ModelPort } from './integrations/model/model-port.ts';
import { createOpenAiModel } from './integrations/model/openai-model.ts';
import { createTokenBudget } from './integrations/model/token-budget.ts';
import { readDemoData } from './integrations/shop/demo/demo-data.ts';
import { createDemoShop } from './integrations/shop/demo/demo-shop.ts';
import { createPasswords } from './modules/accounts/password.ts';
import { loadKnowledge } from './modules/knowledge/load-knowledge.ts';
import { SILENT_BUS, type NodeBus } from './nodes/node-bus.ts';
import { openRedisBus } from './nodes/redis-bus.ts';
import { readDemoFiles } from './seed/demo-files.ts';
import { registerDemo } from './seed/demo-routes.ts';
import { seedDemo } from './seed/seed-demo.ts';

const MODEL_TIMEOUT_MS = 8_000;

/** What a server is made of besides its configuration. */
export type Machine = {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly newId: NewId;
  readonly stopwatch: () => number;
  readonly logger: Logger;
  readonly nodeId: string;
  readonly version: string;
  /** Folder of the program's own resources. */
  readonly resources: string;
  readonly chatFolder: string | null;
};

/** A server that answers at `port` until it is stopped. */
export type RunningServer = { readonly app: App; readonly port: number; readonly stop: () => Promise<void> };

function openDatabase(config: Config, { clock, timers }: Machine): Promise<Database> {
  if (config.DATABASE_URL !== undefined) return openPostgres({ url: config.DATABASE_URL });
  return openSqlite({ file: path.join(config.BATON_DATA, 'baton.db'), clock, timers });
}

/** Services that share a Redis have other secrets, or other databases: they must not hear each other. */
function openBus({ REDIS_URL: url, DATABASE_URL: database }: Config, secret: Buffer, { nodeId, timers, logger }: Machine): NodeBus {
  if (url === undefined || database === undefined) return SILENT_BUS;
  const service = createHmac('sha256', secret).update(new URL(database).pathname).digest('base64url');
  return openRedisBus({ url, channel: `baton:${service}`, nodeId, timers, logger });
}

function createModel(config: Config, clock: Clock): ModelPort | null {
  if (config.BATON_MODEL_URL === undefined) return null;
  const budget = createTokenBudget(config.BATON_MODEL_TOKENS_A_DAY, clock);
  return createOpenAiModel({ baseUrl: config.BATON_MODEL_URL, apiKey: config.BATON_MODEL_KEY ?? null, model: config.BATON_MODEL_NAME, timeoutMs: MODEL_TIMEOUT_MS, budget });
}

/** The shop, its knowledge and the engine that reads texts: the demo's are the only ones that ship. */
async function loadShop(config: Config, { clock, resources }: Machine) {
  const folder = path.join(resources, 'demo-shop');
  const [data, knowledge, engine, files] = await Promise.all([readDemoData(folder), loadKnowledge(folder, clock()), loadEngine(resources), readDemoFiles(folder)]);
  return { shop: createDemoShop({ data, folder: config.BATON_DATA, now: clock }), knowledge, engine, files };
}

/**
 * Opens the database, builds the app, listens. Throws what its parts throw: `DatabaseLocked`, `DatabaseTooNew`, and the
 * listening socket's own error when the port is taken.
 */
export async function startServer(config: Config, machine: Machine): Promise<RunningServer> {
  await mkdir(config.BATON_DATA, { recursive: true });
  // Its lock is the one on the folder: nothing else is opened before.
  const database = await openDatabase(config, machine);
  const [secret, { shop, files, ...known }] = await Promise.all([loadSigningSecret(config.BATON_SECRET, config.BATON_DATA), loadShop(config, machine)]);
  const passwords = createPasswords();
  const { timeZone, currency } = files.shop;
  const facts = { name: config.BATON_NAME, version: machine.version, demo: config.BATON_DEMO };
  const world = { ...machine, ...known, database, shop, model: createModel(config, machine.clock), facts, timeZone, currency };
  const { chatFolder, nodeId } = machine;
  const bus = openBus(config, secret, machine);
  const app = await buildApp({
    world, secret, passwords, blobFolder: config.BATON_FILES ?? path.join(config.BATON_DATA, 'blobs'), origins: config.BATON_ORIGINS, chatFolder, nodeId, bus, hasReactions: config.BATON_REACTIONS,
  });
  if (config.BATON_DEMO) {
    await seedDemo(app.services, files, passwords);
    registerDemo(app.server, app.services, files.shop.slug);
  }
  await app.start();
  await app.server.listen({ host: config.HOST, port: config.PORT });
  const address = app.server.server.address();
  return {
    app,
    port: typeof address === 'object' && address ? address.port : config.PORT,
    stop: async () => {
      await app.stop();
      shop.close();
    },
  };
}
