import { viewForCustomer } from '../../../../src/backend/audience/customer-view.ts';
import { viewForStaff } from '../../../../src/backend/audience/staff-view.ts';
import { readList } from '../../../../src/backend/realtime/read-list.ts';
import { initialConversation } from '../../../../src/shared/domain/reducers/initial-head.ts';
import type { Fate, FinalDesk, FinalList, FinalLog, FinalPage, History } from '../../history/history.ts';
import { filesSent, filesThere } from '../../simulation/found-files.ts';
import { fateInOutbox } from '../../simulation/fate-in-outbox.ts';
import { createLedger, type Entry } from '../../simulation/ledger.ts';
import type { DeskReport } from '../desk/desk-words.ts';
import { foldNotebook } from './fold-notebooks.ts';
import type { ReadSide } from './read-side.ts';
import type { RealWorld } from './real-world.ts';

/** More than any log of a schedule holds. */
const ALL = 1_000_000;

const conversationsOf = ({ pages }: RealWorld): string[] => pages.flatMap(({ page }) => page.visit?.conversationId ?? []);

async function readLog({ reader }: ReadSide, conversationId: string): Promise<FinalLog[]> {
  const stored = await reader.conversation(conversationId);
  if (!stored) return [];
  const { shopId, customerId } = stored.head;
  return [{ conversationId, past: 0, initial: initialConversation({ conversationId, shopId, customerId, language: 'en' }), events: await reader.eventsAfter(conversationId, 0, ALL) }];
}

async function finalDesk({ reader }: ReadSide, { accountId: viewer, states }: DeskReport, conversationId: string): Promise<FinalDesk[]> {
  const server = await reader.state(conversationId, viewForStaff(viewer));
  if (!server || server.head.seq === 0) return [];
  return [{ viewer, conversationId, local: states.find(({ head }) => head.conversationId === conversationId) ?? null, server }];
}

async function finalPages({ pages }: RealWorld, { accounts }: ReadSide, logs: readonly FinalLog[]): Promise<FinalPage[]> {
  const names = new Map((await accounts.list()).map(({ id, name }) => [id, name]));
  return pages.flatMap(({ page }): FinalPage[] => {
    const log = logs.find(({ conversationId }) => conversationId === page.visit?.conversationId);
    const thread = page.chat?.thread.get();
    if (!log || !thread) return [];
    const publicEvents = log.events.flatMap((event) => viewForCustomer(event, { nameOf: (id) => names.get(id) ?? null, language: 'en' }) ?? []);
    return [{ conversationId: log.conversationId, thread, publicEvents }];
  });
}

async function finalList({ accounts, reader }: ReadSide, { accountId: viewer, rows }: DeskReport): Promise<FinalList> {
  const account = await accounts.find(viewer);
  return { viewer, local: rows, server: await readList(reader, { shopIds: account?.shopIds ?? [], position: null }) };
}

/** What became of an agent's act, as their outbox shows it. */
const fateAtDesk = ({ entries }: DeskReport, { id, conversationId }: Entry): Fate => fateInOutbox(entries.filter((entry) => entry.conversationId === conversationId), id);

function fateAtPage({ pages }: RealWorld, { id }: Entry): Fate {
  const kind = pages.flatMap(({ page }) => page.chat?.outgoing.get() ?? []).find((entry) => entry.id === id)?.state.kind;
  if (kind === undefined || kind === 'accepted') return 'done';
  return kind === 'refused' ? 'refused' : 'waiting';
}

function readDesk(world: RealWorld, index: number, report: DeskReport | undefined): Pick<History, 'operations' | 'deskViews' | 'drafts'> {
  const ledger = createLedger();
  const { views, drafts } = foldNotebook(ledger, world.desks[index]?.remarks() ?? []);
  return {
    operations: ledger.close((entry) => (report ? fateAtDesk(report, entry) : 'waiting')),
    deskViews: views,
    drafts: [...drafts].map(([conversationId, saved]) => ({ viewer: world.desks[index]?.accountId ?? '', conversationId, saved, found: report?.drafts[conversationId] ?? null })),
  };
}

/** Writes down what everybody saw, and what is there now. */
export async function writeRealHistory(world: RealWorld, side: ReadSide, troubles: readonly string[]): Promise<History> {
  const reports = await Promise.all(world.desks.map((desk) => desk.report()));
  const present = reports.filter((report): report is DeskReport => report !== null);
  const logs = (await Promise.all(conversationsOf(world).map((conversationId) => readLog(side, conversationId)))).flat();
  const desks = world.desks.map((_, index) => readDesk(world, index, reports[index] ?? undefined));
  return {
    operations: [...desks.flatMap(({ operations }) => operations), ...world.ledger.close((entry) => fateAtPage(world, entry))],
    logs,
    deskViews: desks.flatMap(({ deskViews }) => deskViews),
    olderPages: [],
    pageViews: world.pageViews,
    rowViews: [],
    finalDesks: (await Promise.all(present.flatMap((report) => logs.map(({ conversationId }) => finalDesk(side, report, conversationId))))).flat(),
    finalPages: await finalPages(world, side, logs),
    finalLists: await Promise.all(present.map((report) => finalList(side, report))),
    orders: side.orders(),
    customerFrames: world.customerFrames,
    drafts: desks.flatMap(({ drafts }) => drafts),
    filesSent: filesSent({ files: world.files, pages: world.pages.map(({ page }) => page) }),
    filesThere: await filesThere(side, { staffId: world.desks[0]?.accountId ?? '', visits: world.pages.flatMap(({ page }) => page.visit ?? []) }, logs),
    connections: [],
    revocations: [],
    borrowings: [],
    sightings: [],
    fairSpells: [],
    troubles,
  };
}
