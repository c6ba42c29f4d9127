import { sql } from 'kysely';
import type { Id } from '../../shared/contracts/basics.ts';
import type { ConversationHead, ConversationState, ConversationWindow } from '../../shared/contracts/conversation-state.ts';
import type { LogEvent } from '../../shared/contracts/events/envelope.ts';
import { foldPage } from '../../shared/domain/reducers/reduce-window.ts';
import { LIMITS } from '../../shared/lib/limits.ts';
import type { Database } from '../db/database.ts';
import type { Reading } from '../db/unit-of-work.ts';
import { countFitting } from './answer-size.ts';
import { selectEvents, toLogEvent } from './event-rows.ts';
import { presentRow, type StoredConversation } from './stored-conversation.ts';
import type { InboxRow } from '../../shared/contracts/inbox.ts';

/** What a reader may see of an event. */
type See = (event: LogEvent) => LogEvent;

type Page = { readonly conversationId: Id; readonly from: number; readonly to: number; readonly asOf: number };

/** Reads of the log, for nobody in particular: who may see what is decided by the gateway. */
export type LogReader = {
  readonly conversation: (conversationId: Id) => Promise<StoredConversation | null>;
  readonly eventsAfter: (conversationId: Id, seq: number, limit: number) => Promise<LogEvent[]>;
  /** As many of the events after a seq as one answer holds. */
  readonly catchUpAfter: (conversationId: Id, seq: number) => Promise<LogEvent[]>;
  /** The same of public events, after a public number. */
  readonly publicCatchUpAfter: (conversationId: Id, publicSeq: number) => Promise<LogEvent[]>;
  /** Head and newest page, however large. */
  readonly newest: (conversationId: Id) => Promise<ConversationState | null>;
  /** Head and as much of the newest page as one answer holds. */
  readonly state: (conversationId: Id, see: See) => Promise<ConversationState | null>;
  /** As much as one answer holds of the page that ends before a seq, with everything up to `asOf` that annotates it. */
  readonly page: (page: { readonly conversationId: Id; readonly before: number; readonly asOf: number }, see: See) => Promise<ConversationWindow>;
  /** Events of some types after a position, for reactions; never past one that an open transaction may still fill. */
  readonly eventsAfterPosition: (position: number, types: readonly string[], limit: number) => Promise<LogEvent[]>;
  /** All events after a position, likewise. */
  readonly newEventsAfter: (position: number, limit: number) => Promise<LogEvent[]>;
  /** Newest position that is safe to have read up to. */
  readonly headPosition: () => Promise<number>;
  /** Conversations of these shops that changed after a position, in the order in which they did; all open ones when it is null. */
  readonly idsAfter: (shopIds: readonly Id[], position: number | null) => Promise<Id[]>;
  /** Lines of the list, for conversations that are found. */
  readonly rows: (conversationIds: readonly Id[]) => Promise<InboxRow[]>;
};

const toStored = (row: { head_json: string; channel: string; queue_id: string | null; last_position: number; customer_id: string; name: string; tier: string }): StoredConversation => ({
  head: JSON.parse(row.head_json) as ConversationHead,
  channel: row.channel as StoredConversation['channel'],
  customer: { id: row.customer_id, name: row.name, tier: row.tier as StoredConversation['customer']['tier'] },
  queueId: row.queue_id,
  lastPosition: row.last_position,
});

const selectConversations = (db: Reading) =>
  db
    .selectFrom('conversations')
    .innerJoin('customers', 'customers.id', 'conversations.customer_id')
    .select(['head_json', 'channel', 'queue_id', 'last_position', 'customers.id as customer_id', 'customers.name', 'customers.tier']);

/** Events of a range and all later ones, up to `asOf`, that speak of it. */
async function eventsOfPage(db: Reading, page: Page): Promise<LogEvent[]> {
  const rows = await selectEvents(db)
    .where('conversation_id', '=', page.conversationId)
    .where('seq', '>=', page.from)
    .where('seq', '<=', page.asOf)
    .where((eb) =>
      eb.or([
        eb('seq', '<=', page.to),
        eb.and([eb('target_seq', '>=', page.from), eb('target_seq', '<=', page.to)]),
        eb('type', '=', 'content.erased'),
      ]),
    )
    .orderBy('seq')
    .execute();
  return rows.map(toLogEvent);
}

/** First seq of the page of `LIMITS.pageItems` events that ends at `to`. */
export const pageStart = (to: number): number => Math.max(1, to - LIMITS.pageItems + 1);

/** Up to which position nothing can come any more, on PostgreSQL: asked before what is read. On SQLite there is one writer. */
async function completePosition(db: Reading): Promise<number> {
  const { rows } = await sql<{ position: number }>`select complete_position() as position`.execute(db);
  return rows[0]?.position ?? 0;
}

const findStored = async (db: Reading, conversationId: Id): Promise<StoredConversation | null> => {
  const row = await selectConversations(db).where('conversations.id', '=', conversationId).executeTakeFirst();
  return row ? toStored(row) : null;
};

async function findIds(db: Reading, shopIds: readonly Id[], position: number | null): Promise<Id[]> {
  if (shopIds.length === 0) return [];
  const query = db.selectFrom('conversations').select('id').where('shop_id', 'in', [...shopIds]);
  const wanted = position === null ? query.where('status', '=', 'open') : query.where('last_position', '>', position);
  return (await wanted.orderBy('last_position').execute()).map(({ id }) => id);
}

async function readRows(db: Reading, conversationIds: readonly Id[]): Promise<InboxRow[]> {
  const rows = await selectConversations(db).where('conversations.id', 'in', [...conversationIds]).orderBy('conversations.last_position').execute();
  return rows.map((row) => presentRow(toStored(row)));
}

const fold = async (db: Reading, page: Page, see: See): Promise<ConversationWindow> => foldPage({ from: page.from, to: page.to }, (await eventsOfPage(db, page)).map(see));

/** First seq of what an answer holds of the page that ends at `to`. */
async function fittingStart(db: Reading, conversationId: Id, to: number): Promise<number> {
  const count = await countFitting(db, { conversationId, by: 'seq', above: to - LIMITS.pageItems, upTo: to, first: 'newest' });
  return Math.max(1, to - count + 1);
}

type Newest = { readonly conversationId: Id; readonly see: See; readonly startOf: (db: Reading, conversationId: Id, to: number) => Promise<number> };

async function readState(db: Reading, { conversationId, see, startOf }: Newest): Promise<ConversationState | null> {
  const stored = await findStored(db, conversationId);
  if (!stored) return null;
  const { head } = stored;
  if (head.seq === 0) return { head, window: { from: 1, to: 0, items: [] } };
  return { head, window: await fold(db, { conversationId, from: await startOf(db, conversationId, head.seq), to: head.seq, asOf: head.seq }, see) };
}

type After = { readonly by: 'seq' | 'public_seq'; readonly number: number; readonly limit: number };

async function readAfter(db: Reading, conversationId: Id, { by, number, limit }: After): Promise<LogEvent[]> {
  return (await selectEvents(db).where('conversation_id', '=', conversationId).where(by, '>', number).orderBy(by).limit(limit).execute()).map(toLogEvent);
}

async function readCatchUp(db: Reading, conversationId: Id, { by, number }: Omit<After, 'limit'>): Promise<LogEvent[]> {
  const limit = await countFitting(db, { conversationId, by, above: number, upTo: number + LIMITS.catchUpEvents, first: 'oldest' });
  return readAfter(db, conversationId, { by, number, limit });
}

type Later = { readonly position: number; /** Null for any. */ readonly types: readonly string[] | null; readonly limit: number };

/** Reads in the order of positions, for those who follow the whole log. */
function createPositionReads({ work, kind }: Database): Pick<LogReader, 'eventsAfterPosition' | 'newEventsAfter' | 'headPosition'> {
  const readLater = async (db: Reading, { position, types, limit }: Later): Promise<LogEvent[]> => {
    let query = selectEvents(db).where('position', '>', position).orderBy('position').limit(limit);
    if (kind === 'postgres') query = query.where('position', '<=', await completePosition(db));
    if (types) query = query.where('type', 'in', [...types]);
    return (await query.execute()).map(toLogEvent);
  };
  const readHead = async (db: Reading): Promise<number> => {
    let query = db.selectFrom('events').select((eb) => eb.fn.max('position').as('position'));
    if (kind === 'postgres') query = query.where('position', '<=', await completePosition(db));
    return (await query.executeTakeFirst())?.position ?? 0;
  };
  return {
    eventsAfterPosition: (position, types, limit) => work.read((db) => readLater(db, { position, types, limit })),
    newEventsAfter: (position, limit) => work.read((db) => readLater(db, { position, types: null, limit })),
    headPosition: () => work.read(readHead),
  };
}

/** Reads over a database's reading side. */
export function createLogReader(database: Database): LogReader {
  const { work } = database;
  return {
    ...createPositionReads(database),
    conversation: (conversationId) => work.read((db) => findStored(db, conversationId)),
    eventsAfter: (conversationId, number, limit) => work.read((db) => readAfter(db, conversationId, { by: 'seq', number, limit })),
    catchUpAfter: (conversationId, number) => work.read((db) => readCatchUp(db, conversationId, { by: 'seq', number })),
    publicCatchUpAfter: (conversationId, number) => work.read((db) => readCatchUp(db, conversationId, { by: 'public_seq', number })),
    newest: (conversationId) => work.read((db) => readState(db, { conversationId, see: (event) => event, startOf: async (_db, _id, to) => pageStart(to) })),
    state: (conversationId, see) => work.read((db) => readState(db, { conversationId, see, startOf: fittingStart })),
    page: ({ conversationId, before, asOf }, see) =>
      work.read(async (db) => fold(db, { conversationId, from: await fittingStart(db, conversationId, before - 1), to: before - 1, asOf }, see)),
    idsAfter: (shopIds, position) => work.read((db) => findIds(db, shopIds, position)),
    rows: (conversationIds) => work.read((db) => readRows(db, conversationIds)),
  };
}
