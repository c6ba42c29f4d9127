import type { App } from '../../../src/backend/app.ts';
import { viewForCustomer } from '../../../src/backend/audience/customer-view.ts';
import { viewForStaff } from '../../../src/backend/audience/staff-view.ts';
import { readList } from '../../../src/backend/realtime/read-list.ts';
import { CONFIRM_KIND } from '../../../src/backend/modules/actions/confirm-job.ts';
import { SET_ASIDE_KIND } from '../../../src/backend/reactions/set-aside.ts';
import { initialConversation } from '../../../src/shared/domain/reducers/initial-head.ts';
import type { Fate, FinalDesk, FinalList, FinalLog, FinalPage, History } from '../history/history.ts';
import { filesSent, filesThere } from './found-files.ts';
import { fateInOutbox } from './fate-in-outbox.ts';
import type { Entry } from './ledger.ts';
import type { World } from './world.ts';

/** More than any simulated log holds. */
const ALL = 1_000_000;

/** Conversations that somebody came to know of, in the order of their customers. */
const conversationsOf = (world: World): string[] => world.pages.flatMap(({ visit }) => visit?.conversationId ?? []);

async function readLog({ services: { reader } }: App, conversationId: string, past: number): Promise<FinalLog> {
  const stored = await reader.conversation(conversationId);
  if (!stored) throw new Error(`the conversation ${conversationId} is gone`);
  const { shopId, customerId } = stored.head;
  return { conversationId, past, initial: initialConversation({ conversationId, shopId, customerId, language: 'en' }), events: await reader.eventsAfter(conversationId, 0, ALL) };
}

async function finalDesks(world: World, app: App): Promise<FinalDesk[]> {
  const pairs = world.desks.flatMap((desk, index) => conversationsOf(world).map((conversationId) => ({ desk, viewer: world.accountOf(index), conversationId })));
  const finals = await Promise.all(
    pairs.map(async ({ desk, viewer, conversationId }) => {
      const server = await app.services.reader.state(conversationId, viewForStaff(viewer));
      const isBegun = server !== null && server.head.seq > 0;
      return isBegun ? [{ viewer, conversationId, local: desk.workspace?.sessions.find(conversationId)?.state ?? null, server }] : [];
    }),
  );
  return finals.flat();
}

async function finalPages(world: World, app: App, logs: readonly FinalLog[]): Promise<FinalPage[]> {
  const accounts = await app.services.accounts.list();
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return world.pages.flatMap((page): FinalPage[] => {
    const log = logs.find(({ conversationId }) => conversationId === page.visit?.conversationId);
    const thread = page.chat?.thread.get();
    if (!log || !thread) return [];
    const publicEvents = log.events.flatMap((event) => viewForCustomer(event, { nameOf: (id) => names.get(id) ?? null, language: 'en' }) ?? []);
    return [{ conversationId: log.conversationId, thread, publicEvents }];
  });
}

async function finalLists(world: World, app: App): Promise<FinalList[]> {
  return Promise.all(
    world.desks.map(async ({ workspace }, index) => {
      const server = await readList(app.services.reader, { shopIds: workspace?.account.shopIds ?? [], position: null });
      return { viewer: world.accountOf(index), local: [...(workspace?.feed.state.rows.values() ?? [])], server };
    }),
  );
}

/** What became of an agent's act, as their outbox shows it. */
function fateAtDesk(world: World, { id, by, conversationId }: Entry): Fate | null {
  const index = world.desks.findIndex((_, desk) => world.accountOf(desk) === by);
  const desk = world.desks[index];
  if (!desk) return null;
  return desk.workspace ? fateInOutbox(desk.workspace.outbox.entriesOf(conversationId), id) : 'waiting';
}

function fateAtPage(world: World, { id }: Entry): Fate {
  const kind = world.pages.flatMap((page) => page.chat?.outgoing.get() ?? []).find((entry) => entry.id === id)?.state.kind;
  if (kind === undefined || kind === 'accepted') return 'done';
  return kind === 'refused' ? 'refused' : 'waiting';
}

/** Whether anything is still on its way. */
export function isQuiet(world: World): boolean {
  const desks = world.desks.every(({ workspace }) => {
    const states = workspace?.outbox.entries().map(({ state }) => state.kind) ?? ['queued'];
    return workspace?.connection.isLive === true && !states.some((kind) => kind === 'queued' || kind === 'in-flight');
  });
  return desks && world.pages.every(({ chat }) => chat?.line.get().kind === 'open' && !chat.outgoing.get().some(({ state }) => state.kind !== 'refused') && !chat.uploads.get().some(({ refused }) => refused === null));
}

/** Jobs that bring something to its end; all others wait for their instant, which may be far. */
const ENDINGS = [SET_ASIDE_KIND, CONFIRM_KIND];

/** Whether a reaction has put off an event that it could not follow, or the shop has still to be asked what became of an act. */
export async function hasUnfinished({ backend }: World): Promise<boolean> {
  const waiting = await backend.app?.services.database.work.read((db) => db.selectFrom('due').select('id').where('kind', 'in', ENDINGS).executeTakeFirst());
  return waiting !== undefined;
}

/** How long each conversation's log is that there is by now. */
export type Past = ReadonlyMap<string, number>;

export async function readPast({ backend }: World): Promise<Past> {
  const heads = await backend.app?.services.database.work.read((db) => db.selectFrom('conversations').select(['id', 'seq']).execute());
  return new Map(heads?.map(({ id, seq }) => [id, seq]));
}

/** Writes down what everybody saw. The world is quiet and everything in it runs. */
export async function writeHistory(world: World, past: Past, troubles: readonly string[]): Promise<History> {
  const { app } = world.backend;
  if (!app) throw new Error('the backend is down');
  const logs = await Promise.all(conversationsOf(world).map((conversationId) => readLog(app, conversationId, past.get(conversationId) ?? 0)));
  return {
    operations: world.ledger.close((entry) => fateAtDesk(world, entry) ?? fateAtPage(world, entry)),
    logs,
    deskViews: world.deskViews,
    olderPages: world.olderPages,
    pageViews: world.pageViews,
    rowViews: world.rowViews,
    finalDesks: await finalDesks(world, app),
    finalPages: await finalPages(world, app, logs),
    finalLists: await finalLists(world, app),
    orders: [await world.orders.change()],
    customerFrames: world.customerFrames,
    drafts: [...world.drafts].map(([key, saved]) => {
      const [viewer = '', conversationId = ''] = key.split(' ');
      const found = world.desks.find(({ workspace }) => workspace?.account.id === viewer)?.workspace?.drafts.get({ conversationId, mode: 'reply' });
      return { viewer, conversationId, saved, found: found?.text ?? null };
    }),
    filesSent: filesSent(world),
    filesThere: await filesThere(app.services, { staffId: world.accountOf(0), visits: world.pages.flatMap(({ visit }) => visit ?? []) }, logs),
    connections: world.book.connections,
    revocations: world.revocations,
    borrowings: world.borrowings,
    sightings: world.sightings,
    fairSpells: world.book.fairSpells(),
    troubles,
  };
}
