import type { Id, Language, Tier } from '../../../shared/contracts/basics.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';

/** A customer as Baton itself knows them; what the shop knows comes through its port. */
export type KnownCustomer = {
  readonly id: Id;
  readonly shopId: Id;
  readonly name: string;
  readonly tier: Tier;
  readonly language: Language;
  readonly identified: boolean;
};

export type FindCustomer = (customerId: Id) => Promise<KnownCustomer | null>;

/** Looks customers up by id. */
export function createFindCustomer(work: UnitOfWork): FindCustomer {
  return async (customerId) => {
    const row = await work.read((db) => db.selectFrom('customers').selectAll().where('id', '=', customerId).executeTakeFirst());
    if (!row) return null;
    return { id: row.id, shopId: row.shop_id, name: row.name, tier: row.tier as Tier, language: row.language as Language, identified: row.identified === 1 };
  };
}

/** Conversations a customer has had, this one included: "third contact". */
export function countContacts(work: UnitOfWork, customerId: Id): Promise<number> {
  return work.read(async (db) => {
    const row = await db
      .selectFrom('events')
      .innerJoin('conversations', 'conversations.id', 'events.conversation_id')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('conversations.customer_id', '=', customerId)
      .where('events.type', '=', 'episode.opened')
      .executeTakeFirst();
    return row?.count ?? 0;
  });
}
