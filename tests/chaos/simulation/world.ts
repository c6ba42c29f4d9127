import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createNewId } from '../../../src/main/sessions/index.ts';
import { DEMO_PASSWORD } from '../../../src/backend/seed/seed-demo.ts';
import type { Borrowing, DeskView, OlderPage, PageView, Revocation, RowView, Sighting } from '../history/history.ts';
import { isAtDisk } from './at-disk.ts';
import { createConnectionBook, type ConnectionBook } from './connection-book.ts';
import { CUSTOMER, ORDER_NUMBER, PAGE_WITH_ORDER } from './demo-customer.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createWallClock } from './machine-clock.ts';
import { createOrderGlances, type OrderGlances } from './order-glances.ts';
import { createSeededRandom } from './seeded-random.ts';
import { SimulatedBackend } from './simulated-backend.ts';
import { SimulatedDesk } from './simulated-desk.ts';
import { SimulatedPage } from './simulated-page.ts';
import { SimulatedRogue } from './simulated-rogue.ts';
import type { Schedule } from './steps.ts';
import type { Place, Template } from './template.ts';
import { createTimeline, type Timeline } from './timeline.ts';

/** Agents at the desks, in order; the second is a lead, who may whisper and take over from colleagues. */
const LOGINS = ['lin.zhiyao', 'he.wen', 'guo.an'];
/** Every machine has an address of its own. */
const addressOf = (group: 'desk' | 'page', index: number): string => `10.0.${group === 'desk' ? 0 : 1}.${index + 1}`;
/** Where nobody of a schedule sits. */
export const ELSEWHERE = '10.0.2.1';
/** Another lead of theirs, whose own program is not Baton's. */
const ROGUE = 'ava.stone';

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
  readonly olderPages: OlderPage[];
  readonly pageViews: PageView[];
  readonly rowViews: RowView[];
  readonly customerFrames: { conversationId: string; text: string }[];
  /** Files that customers sent, and in which life of their page. */
  readonly files: { readonly name: string; readonly page: number; readonly life: number }[];
  readonly sightings: Sighting[];
  readonly revocations: Revocation[];
  readonly borrowings: Borrowing[];
  readonly newId: () => string;
  /** Another text at every call, beginning with `kind`. */
  readonly newText: (kind: string) => string;
  /** The account that sits at a desk. */
  readonly accountOf: (desk: number) => string;
  /** Where everything lies that is kept. */
  readonly folder: string;
  readonly close: () => Promise<void>;
};

type Memory = Pick<World, 'ledger' | 'drafts' | 'deskViews' | 'olderPages' | 'pageViews' | 'rowViews' | 'customerFrames' | 'files' | 'sightings' | 'revocations' | 'borrowings'>;

const freshMemory = (): Memory => ({ ledger: createLedger(), drafts: new Map(), deskViews: [], olderPages: [], pageViews: [], rowViews: [], customerFrames: [], files: [], sightings: [], revocations: [], borrowings: [] });

/** A desk's screen changed: what it shows, and when it did. */
function see({ deskViews, sightings }: Memory, view: DeskView, when: Pick<Sighting, 'life' | 'at'>): void {
  deskViews.push(view);
  sightings.push({ viewer: view.viewer, conversationId: view.conversationId, seq: view.state.head.seq, ...when });
}

function createCounter(): (kind: string) => string {
  let count = 0;
  return (kind) => `${kind} ${(count += 1)}`;
}

/** A world with nothing running yet. */
export function createWorld(template: Template, { seed, desks: deskCount, pages: pageCount }: Schedule, { folder, remove }: Place): World {
  const random = createSeededRandom(seed);
  const timeline = createTimeline({ isBusy: () => backend.isBusy, isAtDisk });
  const backend = new SimulatedBackend({ template, timeline, random: random.fork('backend'), folder: path.join(folder, 'backend'), onFaultBeside: () => book.beginSpells() });
  const memory = freshMemory();
  const book = createConnectionBook({ now: timeline.now, clock: backend.wall.now, server: () => backend.life });
  const desks = LOGINS.slice(0, deskCount).map((login, index) => {
    const place = path.join(folder, login);
    mkdirSync(place, { recursive: true });
    return new SimulatedDesk({
      login, address: addressOf('desk', index), password: DEMO_PASSWORD, folder: place, backend, timeline, random: random.fork(login),
      watch: (life) => book.watch(template.accountOf(login), life),
      onView: (view, life) => see(memory, view, { life, at: timeline.now() }),
      onRow: (view) => void memory.rowViews.push(view),
      onParked: memory.ledger.park,
    });
  });
  const pages = Array.from({ length: pageCount }, (_, index) =>
    new SimulatedPage({
      name: `page ${index}`, shop: template.files.shop.slug, address: addressOf('page', index), as: index === PAGE_WITH_ORDER ? CUSTOMER : null, identityOf: template.identityOf, backend, timeline, random: random.fork(`page ${index}`),
      watch: () => book.watch(`page ${index}`),
      onVisit: (visit) => memory.ledger.introduce(`page ${index}`, visit),
      onView: (view) => void memory.pageViews.push(view),
      onFrame: (conversationId, text) => void memory.customerFrames.push({ conversationId, text }),
    }),
  );
  return {
    ...memory, timeline, backend, desks, pages, book, folder,
    rogue: new SimulatedRogue({ login: ROGUE, address: ELSEWHERE, accountId: template.accountOf(ROGUE), password: DEMO_PASSWORD, backend, timeline, random: random.fork(ROGUE), watch: () => book.watch(template.accountOf(ROGUE)) }),
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
