import path from 'node:path';
import { v7 } from 'uuid';
import { buildApp, type App } from '../../../src/backend/app.ts';
import { loadEngine, type TextEngine } from '../../../src/backend/bot/engine.ts';
import type { Database } from '../../../src/backend/db/database.ts';
import { openPostgres } from '../../../src/backend/db/open-postgres.ts';
import { openSqlite } from '../../../src/backend/db/open-sqlite.ts';
import { readDemoData } from '../../../src/backend/integrations/shop/demo/demo-data.ts';
import { demoId } from '../../../src/backend/integrations/shop/demo/demo-id.ts';
import { createDemoShop, type DemoShop } from '../../../src/backend/integrations/shop/demo/demo-shop.ts';
import { createPasswords } from '../../../src/backend/modules/accounts/password.ts';
import { loadKnowledge } from '../../../src/backend/modules/knowledge/load-knowledge.ts';
import { shopSettingsSchema } from '../../../src/backend/modules/shops/shop-settings.ts';
import { signIdentity } from '../../../src/backend/modules/visitors/signed-identity.ts';
import { readDemoFiles } from '../../../src/backend/seed/demo-files.ts';
import { DEMO_PASSWORD, seedDemo } from '../../../src/backend/seed/seed-demo.ts';
import type { Timers } from '../../../src/backend/clock.ts';
import { systemTimers } from '../../../src/backend/system-timers.ts';
import type { SignedIn } from '../../../src/backend/modules/accounts/sign-in.ts';
import { createTestLogger } from './log-under-test.ts';
import { createPostgresDatabase, temporaryFolder } from './test-databases.ts';

const resources = path.join(import.meta.dirname, '../../../resources');
let engine: Promise<TextEngine> | undefined;

/** A clock that tests may set ahead. */
export type TestClock = { ahead: number; readonly now: () => number };

export type BackendUnderTest = {
  readonly app: App;
  readonly url: string;
  /** Where it keeps its database and files. */
  readonly folder: string;
  readonly clock: TestClock;
  readonly errors: unknown[];
  readonly shopId: string;
  readonly post: (route: string, body: unknown, token?: string) => Promise<Response>;
  readonly get: (route: string, token?: string) => Promise<Response>;
  /** Past the door that counts knocks: a test signs in more often than a person. */
  readonly signIn: (login: string) => Promise<SignedIn>;
  /** A chat page's beginning; `as` signs for a customer of the demo shop. */
  readonly startVisit: (visit?: { readonly secret?: string; readonly as?: string }) => Promise<{ token: string; conversationId: string; customerId: string; identified: boolean }>;
  /** One more shop beside the demo's, with one agent of its own, who signs in by the shop's slug. */
  readonly addShop: () => Promise<OtherShop>;
  readonly stop: () => Promise<void>;
};

export type OtherShop = { readonly shopId: string; readonly slug: string; readonly identitySecret: string };

export const newSecret = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');

type Options = { readonly kind?: Database['kind']; readonly isRunning?: boolean; /** Of the app; the machine's own unless a test decides when time passes. */ readonly timers?: Timers; /** The demo shop as it is reached, through a line that may break. */ readonly overLine?: (shop: DemoShop) => DemoShop };

/** By the repositories themselves, since nothing else makes a shop yet. */
async function addShop({ services }: App, passwordHash: string): Promise<OtherShop> {
  const [shopId, agentId] = [v7(), v7()];
  const [slug, identitySecret] = [shopId, newSecret()];
  const name = { zh: '别家', en: 'Another' };
  await services.shops.add({ id: shopId, slug, name, timeZone: 'UTC', currency: 'CNY', settings: shopSettingsSchema.parse({}), identitySecret, createdAt: 0 }, []);
  const demo = await services.accounts.findByLogin('lin.zhiyao');
  if (!demo) throw new Error('the demo has lost an agent');
  await services.accounts.add({ account: { ...demo.account, id: agentId, login: slug, shopIds: [shopId] }, passwordHash, createdAt: 0 });
  return { shopId, slug, identitySecret };
}

async function openDatabase(kind: Database['kind'], folder: string, clock: TestClock) {
  if (kind === 'sqlite') return { database: await openSqlite({ file: path.join(folder, 'baton.db'), clock: clock.now, timers: systemTimers }), drop: async () => undefined };
  const { url, drop } = await createPostgresDatabase();
  return { database: await openPostgres({ url }), drop };
}

/** The whole backend with the demo shop, on a port of its own. `isRunning: false` leaves bot, queue and promises asleep. */
export async function startBackend({ kind = 'sqlite', isRunning = true, timers = systemTimers, overLine = (shop) => shop }: Options = {}): Promise<BackendUnderTest> {
  const { folder, remove } = await temporaryFolder();
  const clock: TestClock = { ahead: 0, now: () => Date.now() + clock.ahead };
  const demo = path.join(resources, 'demo-shop');
  engine ??= loadEngine(resources);
  const [data, knowledge, files, { database, drop }] = await Promise.all([readDemoData(demo), loadKnowledge(demo, clock.now()), readDemoFiles(demo), openDatabase(kind, folder, clock)]);
  const shop = createDemoShop({ data, folder, now: clock.now });
  const logger = createTestLogger();
  const passwords = createPasswords({ N: 1024, r: 8, p: 1 });
  const { timeZone, currency } = files.shop;
  const world = {
    database, clock: clock.now, timers, newId: v7, logger, stopwatch: () => performance.now(),
    shop: overLine(shop), knowledge, engine: await engine, model: null, facts: { name: 'Test', version: '0.0.0', demo: true }, timeZone, currency,
  };
  const built = await buildApp({ world, secret: Buffer.alloc(32, 7), passwords, blobFolder: path.join(folder, 'blobs'), origins: ['https://shop.example'], chatFolder: null, nodeId: 'test' });
  let stopped: Promise<void> | undefined;
  // A test may stop it before its end does.
  const app: App = { ...built, stop: () => (stopped ??= built.stop()) };
  await seedDemo(app.services, files, passwords);
  if (isRunning) await app.start();
  const url = await app.server.listen({ host: '127.0.0.1', port: 0 });
  const authorization = (token?: string) => (token === undefined ? {} : { authorization: `Bearer ${token}` });
  const post: BackendUnderTest['post'] = (route, body, token) =>
    fetch(`${url}${route}`, { method: 'POST', headers: { 'content-type': 'application/json', ...authorization(token) }, body: JSON.stringify(body) });
  return {
    app,
    url,
    folder,
    clock,
    errors: logger.errors,
    shopId: demoId('shop', files.shop.slug),
    post,
    get: (route, token) => fetch(`${url}${route}`, { headers: authorization(token) }),
    signIn: async (login) => {
      const signedIn = await app.services.signIn.signIn(login, DEMO_PASSWORD);
      if (!signedIn.ok) throw new Error(`${login} could not sign in: ${signedIn.error.code}`);
      return signedIn.value;
    },
    startVisit: async ({ secret = newSecret(), as } = {}) => {
      const found = as === undefined ? null : await app.services.shops.findBySlug(files.shop.slug);
      const identity = found && as !== undefined ? signIdentity({ customerId: demoId('customer', as), exp: clock.now() + 60_000 }, found.identitySecret) : null;
      const answer = await post('/api/visitor/start', { shop: files.shop.slug, secret, language: 'en', identity });
      return (await answer.json()) as Awaited<ReturnType<BackendUnderTest['startVisit']>>;
    },
    addShop: async () => addShop(app, await passwords.hash(DEMO_PASSWORD)),
    stop: async () => {
      await app.stop();
      shop.close();
      await drop();
      await remove();
    },
  };
}
