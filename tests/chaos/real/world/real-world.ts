import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { demoId } from '../../../../src/backend/integrations/shop/demo/demo-id.ts';
import { DEMO_PASSWORD } from '../../../../src/backend/seed/seed-demo.ts';
import { systemClock as clock } from '../../../../src/main/ports/system-clock.ts';
import { failureSchema } from '../../../../src/shared/contracts/errors.ts';
import { createSignal, type Signal } from '../../../../src/main/sessions/signal.ts';
import { createNewId } from '../../../../src/main/sessions/index.ts';
import type { PageView } from '../../history/history.ts';
import { CUSTOMER, PAGE_WITH_ORDER } from '../../simulation/demo-customer.ts';
import { createLedger, type Ledger } from '../../simulation/ledger.ts';
import { createSeededRandom, type SeededRandom } from '../../simulation/seeded-random.ts';
import { startSeededProxy, type SeededProxy } from '../network/seeded-proxy.ts';
import { RealPage } from '../page/real-page.ts';
import { NO_PREFIX, type PrefixOf } from './backend-node.ts';
import { RealDesk } from './real-desk.ts';
import type { RealSchedule } from './real-steps.ts';
import type { Site } from './site.ts';

/** Agents at the desks, in order; the second is a lead, who may whisper and take over from colleagues. */
const LOGINS = ['lin.zhiyao', 'he.wen', 'guo.an'];
const SHOP = 'shanlan';

export type PageMachine = { readonly page: RealPage; readonly way: SeededProxy };

/** One schedule's machines, people and what they remember. */
export type RealWorld = {
  readonly site: Site;
  readonly desks: readonly RealDesk[];
  readonly pages: readonly PageMachine[];
  /** What the customers did. */
  readonly ledger: Ledger;
  readonly pageViews: PageView[];
  readonly customerFrames: { conversationId: string; text: string }[];
  /** Files that customers sent, and in which life of their page. */
  readonly files: { readonly name: string; readonly page: number; readonly life: number }[];
  /** Codes with which the service refused what the chat pages asked. */
  readonly refusals: Set<string>;
  /** Something moved somewhere. */
  readonly news: Signal<null>;
  readonly newId: () => string;
  readonly newText: (kind: string) => string;
  readonly random: SeededRandom;
  readonly close: () => Promise<void>;
};

/** Each client has a node of its own; while that is down, as a balancer does, another. */
function portFor(site: Site, home: number): number | null {
  const inOrder = site.nodes.map((_, index) => site.nodes[(home + index) % site.nodes.length]);
  return inOrder.find((node) => node !== undefined && node.port !== null)?.port ?? null;
}

/** What a world is built with. */
export type Setting = {
  /** Makes the service in a folder that isn't there yet. */
  readonly createSite: (folder: string) => Promise<Site>;
  /** By the number of a desk; nothing unless told. */
  readonly deskPrefix?: (desk: number) => PrefixOf;
};

type Building = Required<Pick<Setting, 'deskPrefix'>> & { readonly site: Site; readonly folder: string; readonly random: SeededRandom; readonly news: Signal<null> };

async function createDesks({ site, folder, random, news, deskPrefix }: Building, count: number): Promise<RealDesk[]> {
  return Promise.all(
    LOGINS.slice(0, count).map(async (login, index) => {
      const way = await startSeededProxy({ target: () => portFor(site, index), clock, random: random.fork(`way of ${login}`) });
      return new RealDesk({ login, accountId: demoId('staff', login), password: DEMO_PASSWORD, folder: path.join(folder, login), way, prefixOf: deskPrefix(index), onNews: () => news.emit(null) });
    }),
  );
}

const refusalSchema = z.object({ ok: z.literal(false), error: failureSchema });

function codesIn(answer: unknown): string[] {
  const { success, data } = refusalSchema.safeParse(answer);
  return success ? [data.error.code] : [];
}

type Memory = Pick<RealWorld, 'ledger' | 'pageViews' | 'customerFrames' | 'refusals' | 'files'>;

async function createPages({ site, random, news }: Building, count: number, { ledger, pageViews, customerFrames, refusals }: Memory): Promise<PageMachine[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const way = await startSeededProxy({ target: () => portFor(site, index), clock, random: random.fork(`way of page ${index}`) });
      const page = new RealPage({
        shop: SHOP, server: way.address, as: index === PAGE_WITH_ORDER ? CUSTOMER : null, random: random.fork(`page ${index}`), name: `page ${index}`,
        onVisit: (visit) => ledger.introduce(`page ${index}`, visit),
        onView: (view) => void pageViews.push(view),
        onFrame: (conversationId, text) => void customerFrames.push({ conversationId, text }),
        onAnswer: (answer) => codesIn(answer).forEach((code) => refusals.add(code)),
        onNews: () => news.emit(null),
      });
      return { page, way };
    }),
  );
}

/** A world with nothing running yet, in a folder of its own. */
export async function createRealWorld({ seed, desks, pages }: RealSchedule, { createSite, deskPrefix = () => NO_PREFIX }: Setting): Promise<RealWorld> {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-real-'));
  const site = await createSite(path.join(folder, 'backend'));
  const random = createSeededRandom(`${seed}/real`);
  const news = createSignal<null>();
  const building = { site, folder, random, news, deskPrefix };
  const memory: Memory = { ledger: createLedger(), pageViews: [], customerFrames: [], refusals: new Set(), files: [] };
  const machines = { desks: await createDesks(building, desks), pages: await createPages(building, pages, memory) };
  let texts = 0;
  return {
    ...memory, ...machines, site, news, random,
    newId: createNewId(clock, random.fork('people')),
    newText: (kind) => `${kind} ${(texts += 1)}`,
    close: async () => {
      for (const { page } of machines.pages) page.kill();
      await Promise.all([...machines.desks.map((desk) => desk.close()), ...machines.pages.map(({ way }) => way.close())]);
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
