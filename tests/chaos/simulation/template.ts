import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildApp, type App } from '../../../src/backend/app.ts';
import { loadEngine, type TextEngine } from '../../../src/backend/bot/engine.ts';
import type { Timers } from '../../../src/backend/clock.ts';
import type { SqliteDatabase } from '../../../src/backend/db/database.ts';
import { openSqlite } from '../../../src/backend/db/open-sqlite.ts';
import { readDemoData, type DemoData } from '../../../src/backend/integrations/shop/demo/demo-data.ts';
import { demoId } from '../../../src/backend/integrations/shop/demo/demo-id.ts';
import { createDemoShop, type DemoShop } from '../../../src/backend/integrations/shop/demo/demo-shop.ts';
import type { Passwords } from '../../../src/backend/modules/accounts/password.ts';
import { loadKnowledge, type KnowledgeData } from '../../../src/backend/modules/knowledge/load-knowledge.ts';
import { signIdentity } from '../../../src/backend/modules/visitors/signed-identity.ts';
import { readDemoFiles, type DemoFiles } from '../../../src/backend/seed/demo-files.ts';
import { seedDemo } from '../../../src/backend/seed/seed-demo.ts';
import { systemTimers } from '../../../src/backend/system-timers.ts';
import { createNewId } from '../../../src/main/sessions/index.ts';
import type { Write } from './commit-faults.ts';
import { SimulatedDeath } from './incarnation.ts';
import { BEGINNING } from './machine-clock.ts';
import { createSeededRandom } from './seeded-random.ts';

const RESOURCES = path.join(import.meta.dirname, '../../../resources');
/** Memory where the machine has it: a simulated disk is written thousands of times a second. */
const PLACE = '/dev/shm';

/** Hashing takes its time on purpose and on other threads; nothing here is about passwords. */
const PLAIN_PASSWORDS: Passwords = { hash: async (password) => password, verify: async (password, stored) => password === stored };

const IDENTITY_MS = 60_000;

type Known = { readonly data: DemoData; readonly knowledge: KnowledgeData; readonly files: DemoFiles; readonly engine: TextEngine };

/** What the world hands a backend in one life. */
export type BackendWorld = {
  readonly folder: string;
  readonly shop: DemoShop;
  readonly clock: () => number;
  readonly timers: Timers;
  readonly newId: () => string;
  readonly onError: (facts: object, message: string) => void;
  readonly isAlive: () => boolean;
  readonly aroundCommit?: (commit: () => void) => void;
  /** Stands around what is written beside the log. */
  readonly aroundWrite?: (write: Write) => Write;
  /** What the answer to a read has to wait for; null for nothing. */
  readonly afterRead?: () => Promise<void> | null;
};

/** Where a run's machines keep what they keep. */
export type Place = { readonly folder: string; readonly remove: () => void };

/** A migrated and seeded database that every schedule begins with a copy of. */
export type Template = {
  readonly files: DemoFiles;
  readonly accountOf: (login: string) => string;
  /** What the shop's own site signs for one of its customers. */
  readonly identityOf: (customer: string, now: number) => string;
  /** A fresh folder with the template's files in `backend/`, or with all that lies in another. */
  readonly copy: (from?: string) => Place;
  /** A folder that `make` fills when it is asked for by this name the first time. */
  readonly prepare: (name: string, make: (folder: string) => Promise<void>) => Promise<string>;
  readonly openShop: (folder: string, clock: () => number) => DemoShop;
  readonly open: (world: BackendWorld) => Promise<App>;
  readonly remove: () => void;
};

async function load(): Promise<Known> {
  const demo = path.join(RESOURCES, 'demo-shop');
  const [data, knowledge, files, engine] = await Promise.all([readDemoData(demo), loadKnowledge(demo, 0), readDemoFiles(demo), loadEngine(RESOURCES)]);
  return { data, knowledge, files, engine };
}

type OnMachine = Pick<BackendWorld, 'isAlive' | 'afterRead' | 'aroundWrite'>;

/** What a dead process still wants to write, in the instant of its death, stays unwritten. What is read is as old as the answer is late. */
function onMachine(database: SqliteDatabase, { isAlive, afterRead = () => null, aroundWrite = (write) => write }: OnMachine): SqliteDatabase {
  const { read, write } = database.work;
  const readLate: typeof read = async (query) => {
    const answer = await read(query);
    const late = afterRead();
    if (late) await late;
    return answer;
  };
  const writeUnlessDead = aroundWrite(write);
  return { ...database, work: { read: readLate, write: (work) => (isAlive() ? writeUnlessDead(work) : Promise.reject(new SimulatedDeath())) } };
}

async function openApp({ files, knowledge, engine }: Known, { folder, shop, clock, timers, newId, onError, aroundCommit, ...machine }: BackendWorld): Promise<App> {
  const opened = await openSqlite({ file: path.join(folder, 'baton.db'), clock, timers, ...(aroundCommit && { aroundCommit }) });
  const database = onMachine(opened, machine);
  const logger = { info: () => undefined, warn: () => undefined, error: onError };
  const { timeZone, currency } = files.shop;
  const world = { database, clock, timers, newId, logger, stopwatch: () => 0, shop, knowledge, engine, model: null, facts: { name: 'Simulated', version: '0.0.0', demo: true }, timeZone, currency };
  const app = await buildApp({ world, secret: Buffer.alloc(32, 7), passwords: PLAIN_PASSWORDS, blobFolder: path.join(folder, 'blobs'), origins: [], chatFolder: null, nodeId: 'simulated' });
  await app.server.ready();
  return app;
}

function createPrepare(home: string): Template['prepare'] {
  const prepared = new Map<string, Promise<string>>();
  return (name, make) => {
    const folder = path.join(home, name);
    const filled = prepared.get(name) ?? make(folder).then(() => folder);
    prepared.set(name, filled);
    return filled;
  };
}

/** Makes the template; its accounts are as old as the simulated clocks, and bear the same ids every time. */
export async function createTemplate(): Promise<Template> {
  const clock = () => BEGINNING;
  const world = { clock, timers: systemTimers, newId: createNewId({ now: clock, after: systemTimers.after }, createSeededRandom('template')) };
  const known = await load();
  const home = mkdtempSync(path.join(PLACE, 'baton-chaos-'));
  const folder = path.join(home, 'template');
  mkdirSync(folder);
  const openShop = (place: string, now: () => number) => createDemoShop({ data: known.data, folder: place, now });
  const shop = openShop(folder, world.clock);
  const app = await openApp(known, { ...world, folder, shop, onError: () => undefined, isAlive: () => true });
  await seedDemo(app.services, known.files, PLAIN_PASSWORDS);
  const identitySecret = (await app.services.shops.findBySlug(known.files.shop.slug))?.identitySecret ?? '';
  await app.stop();
  shop.close();
  return {
    files: known.files,
    accountOf: (login) => demoId('staff', login),
    identityOf: (customer, now) => signIdentity({ customerId: demoId('customer', customer), exp: now + IDENTITY_MS }, identitySecret),
    copy: (from) => {
      const copied = mkdtempSync(path.join(home, 'run-'));
      cpSync(from ?? folder, from === undefined ? path.join(copied, 'backend') : copied, { recursive: true });
      return { folder: copied, remove: () => rmSync(copied, { recursive: true, force: true }) };
    },
    prepare: createPrepare(home),
    openShop,
    open: (its) => openApp(known, its),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
