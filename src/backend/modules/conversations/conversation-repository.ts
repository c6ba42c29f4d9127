import { sql } from 'kysely';
import type { Id } from '../../../shared/contracts/basics.ts';
import type { ConversationHead } from '../../../shared/contracts/conversation-state.ts';
import type { Reading, UnitOfWork } from '../../db/unit-of-work.ts';

/** Conversations by what is known of them beside their log. */
export type Conversations = {
  /** Whether one of the account's shops is the conversation's. */
  readonly mayRead: (accountId: Id, conversationId: Id) => Promise<boolean>;
  /** The head, if this account may read it. */
  readonly readHead: (accountId: Id, conversationId: Id) => Promise<ConversationHead | null>;
  readonly customerOf: (conversationId: Id) => Promise<Id | null>;
  /** Who had it last, and the queue it waited in last. */
  readonly lastHolders: (conversationId: Id) => Promise<{ readonly ownerId: Id | null; readonly queueId: Id | null }>;
  /** Whether a queue or an agent is of the conversation's shop. */
  readonly isTarget: (conversationId: Id, to: { readonly kind: 'queue' | 'agent'; readonly id: Id }) => Promise<boolean>;
  /** Ids of a shop's conversations whose customer or order number holds the words; newest first. */
  readonly search: (shopIds: readonly Id[], text: string) => Promise<Id[]>;
};

const FOUND = 50;

const findHead = async (db: Reading, conversationId: Id) => db.selectFrom('conversations').select(['shop_id', 'customer_id', 'queue_id', 'head_json']).where('id', '=', conversationId).executeTakeFirst();

async function isOfShop(db: Reading, to: { readonly kind: 'queue' | 'agent'; readonly id: Id }, shopId: Id): Promise<boolean> {
  if (to.kind === 'queue') return (await db.selectFrom('queues').select('id').where('id', '=', to.id).where('shop_id', '=', shopId).executeTakeFirst()) !== undefined;
  const link = await db
    .selectFrom('account_shops')
    .innerJoin('accounts', 'accounts.id', 'account_shops.account_id')
    .select('account_id')
    .where('account_id', '=', to.id)
    .where('shop_id', '=', shopId)
    .where('accounts.role', 'in', ['agent', 'lead', 'admin'])
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return link !== undefined;
}

/** `%` and `_` in what somebody typed are themselves. */
const likeOf = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

function search(db: Reading, shopIds: readonly Id[], text: string) {
  const like = likeOf(text);
  return db
    .selectFrom('conversations')
    .innerJoin('customers', 'customers.id', 'conversations.customer_id')
    .select('conversations.id')
    .where('conversations.shop_id', 'in', [...shopIds])
    .where((eb) =>
      eb.or([
        sql<boolean>`lower(${eb.ref('customers.name')}) like ${like} escape '\\'`,
        sql<boolean>`lower(${eb.ref('conversations.order_number')}) like ${like} escape '\\'`,
      ]),
    )
    .orderBy('conversations.last_at', 'desc')
    .limit(FOUND)
    .execute();
}

/** Conversations in the database. */
export function createConversations(work: UnitOfWork): Conversations {
  const readHead = (accountId: Id, conversationId: Id): Promise<ConversationHead | null> =>
    work.read(async (db) => {
      const row = await db
        .selectFrom('conversations')
        .innerJoin('account_shops', 'account_shops.shop_id', 'conversations.shop_id')
        .select('head_json')
        .where('conversations.id', '=', conversationId)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return row ? (JSON.parse(row.head_json) as ConversationHead) : null;
    });
  return {
    readHead,
    mayRead: async (accountId, conversationId) => (await readHead(accountId, conversationId)) !== null,
    customerOf: (conversationId) => work.read(async (db) => (await findHead(db, conversationId))?.customer_id ?? null),
    lastHolders: (conversationId) =>
      work.read(async (db) => {
        const row = await findHead(db, conversationId);
        return { ownerId: row ? (JSON.parse(row.head_json) as ConversationHead).lastOwnerId : null, queueId: row?.queue_id ?? null };
      }),
    isTarget: (conversationId, to) =>
      work.read(async (db) => {
        const row = await findHead(db, conversationId);
        return row !== undefined && isOfShop(db, to, row.shop_id);
      }),
    search: (shopIds, text) => work.read(async (db) => (shopIds.length === 0 ? [] : (await search(db, shopIds, text)).map((row) => row.id))),
  };
}
