import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createNewId } from '../../../src/main/sessions/index.ts';
import { DEMO_PASSWORD } from '../../../src/backend/seed/seed-demo.ts';
import type { Borrowing, DeskView, PageView, Revocation, Sighting } from '../history/history.ts';
import { createConnectionBook, type ConnectionBook } from './connection-book.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createWallClock } from './machine-clock.ts';
import { createOrderGlances, type OrderGlances } from './order-glances.ts';
import { createSeededRandom } from './seeded-random.ts';
import { SimulatedBackend } from './simulated-backend.ts';
import { SimulatedDesk } from './simulated-desk.ts';
import { SimulatedPage } from './simulated-page.ts';
import { SimulatedRogue } from './simulated-rogue.ts';
import type { Schedule } from './steps.ts';
import type { Template } from './template.ts';
import { createTimeline, type Timeline } from './timeline.ts';

/** Agents at the desks, in order; the second is a lead, who may whisper and take over from colleagues. */
const LOGINS = ['lin.zhiyao', 'he.wen', 'guo.an'];
/** Another lead of theirs, whose own program is not Baton's. */
const ROGUE = 'ava.stone';

/** The first page is signed in by the shop, and its customer has an order on the way; the others are strangers. */
export const PAGE_WITH_ORDER = 0;
const CUSTOMER = 'shi-xiaochuan';
export const ORDER_NUMBER = 'B2048-6726';

/** One run's machines, people and what they remember. */
export type World = {
  readonly timeline: Timeline;
  readonly backend: SimulatedBackend;
  readonly desks: readonly SimulatedDesk[];
  readonly pages: readonly SimulatedPage[];
  readonly rogue: SimulatedRogue;
  readonly book: ConnectionBook;
  readonly ledger: Ledger;
  readonly orders: OrderGlances;
  /** Text of the last acknowledged saving by `account conversation`; none while it isn't known which one counts. */
  readonly drafts: Map<string, string>;
  readonly deskViews: DeskView[];
  readonly pageViews: PageView[];
  readonly customerFrames: { conversationId: string; text: string }[];
  readonly sightings: Sighting[];
  readonly revocations: Revocation[];
  readonly borrowings: Borrowing[];
  readonly newId: () => string;
  /** Another text at every call, beginning with `kind`. */
  readonly newText: (kind: string) => string;
  /** The account that sits at a desk. */
  readonly accountOf: (desk: number) => string;
  readonly close: () => Promise<void>;
};

type Memory = Pick<World, 'ledger' | 'drafts' | 'deskViews' | 'pageViews' | 'customerFrames' | 'sightings' | 'revocations' | 'borrowings'>;

const freshMemory = (): Memory => ({ ledger: createLedger(), drafts: new Map(), deskViews: [], pageViews: [], customerFrames: [], sightings: [], revocations: [], borrowings: [] });

/** A desk's screen changed: what it shows, and when it did. */
function see({ deskViews, sightings }: Memory, view: DeskView, at: number): void {
  deskViews.push(view);
  sightings.push({ viewer: view.viewer, conversationId: view.conversationId, seq: view.state.head.seq, at });
}

function createCounter(): (kind: string) => string {
  let count = 0;
  return (kind) => `${kind} ${(count += 1)}`;
}

/** A world with nothing running yet. */
export function createWorld(template: Template, { seed, desks: deskCount, pages: pageCount }: Schedule): World {
  const random = createSeededRandom(seed);
  const { folder, remove } = template.copy();
  const timeline = createTimeline(() => backend.isBusy);
  const backend = new SimulatedBackend({ template, timeline, random: random.fork('backend'), folder: path.join(folder, 'backend') });
  const memory = freshMemory();
  const book = createConnectionBook({ now: timeline.now, clock: backend.wall.now, server: () => backend.life });
  const desks = LOGINS.slice(0, deskCount).map((login) => {
    const place = path.join(folder, login);
    mkdirSync(place);
    return new SimulatedDesk({
      login, password: DEMO_PASSWORD, folder: place, backend, timeline, random: random.fork(login),
      watch: () => book.watch(template.accountOf(login)),
      onView: (view) => see(memory, view, timeline.now()),
      onParked: memory.ledger.park,
    });
  });
  const pages = Array.from({ length: pageCount }, (_, index) =>
    new SimulatedPage({
      shop: template.files.shop.slug, as: index === PAGE_WITH_ORDER ? CUSTOMER : null, identityOf: template.identityOf, backend, timeline, random: random.fork(`page ${index}`),
      watch: () => book.watch(`page ${index}`),
      onView: (view) => void memory.pageViews.push(view),
      onFrame: (conversationId, text) => void memory.customerFrames.push({ conversationId, text }),
    }),
  );
  return {
    ...memory, timeline, backend, desks, pages, book,
    rogue: new SimulatedRogue({ login: ROGUE, accountId: template.accountOf(ROGUE), password: DEMO_PASSWORD, backend, timeline, random: random.fork(ROGUE), watch: () => book.watch(template.accountOf(ROGUE)) }),
    orders: createOrderGlances(backend, ORDER_NUMBER),
    newId: createNewId({ now: createWallClock(timeline).now, after: timeline.after }, random.fork('people')),
    newText: createCounter(),
    accountOf: (desk) => template.accountOf(LOGINS[desk] ?? ''),
    close: async () => {
      for (const page of pages) page.kill();
      for (const desk of desks) desk.close();
      await backend.close();
      remove();
    },
  };
}
