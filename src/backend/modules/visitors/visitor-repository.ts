import type { Id, Instant, Language, Tier } from '../../../shared/contracts/basics.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';

export type NewCustomer = { readonly id: Id; readonly shopId: Id; readonly name: string; readonly tier: Tier; readonly language: Language; readonly identified: boolean; readonly createdAt: Instant };

export type Visitors = {
  /** The customer behind a visitor's secret (its hash). */
  readonly find: (shopId: Id, secretHash: string) => Promise<Id | null>;
  /** Remembers a new visitor with the customer they are. */
  readonly add: (secretHash: string, customer: NewCustomer) => Promise<void>;
  /** Writes a customer down, or what is newer of them. False, and nothing written, for one of another shop. */
  readonly putCustomer: (customer: NewCustomer) => Promise<boolean>;
};

const customerRow = ({ id, shopId, name, tier, language, identified, createdAt }: NewCustomer) => ({
  id, shop_id: shopId, name, tier, language, identified: identified ? 1 : 0, facts_json: '{}', created_at: createdAt,
});

/** Customers as they first come, in the database. */
export function createVisitors(work: UnitOfWork): Visitors {
  return {
    find: (shopId, secretHash) =>
      work.read(async (db) => (await db.selectFrom('visitors').select('customer_id').where('secret_hash', '=', secretHash).where('shop_id', '=', shopId).executeTakeFirst())?.customer_id ?? null),
    add: (secretHash, customer) =>
      work.write(async (db) => {
        await db.insertInto('customers').values(customerRow(customer)).execute();
        const visitor = { secret_hash: secretHash, shop_id: customer.shopId, customer_id: customer.id, created_at: customer.createdAt };
        await db.insertInto('visitors').values(visitor).execute();
      }),
    putCustomer: async (customer) => {
      const { shopId, name, tier, language } = customer;
      const put = await work.write((db) =>
        db
          .insertInto('customers')
          .values(customerRow(customer))
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, tier, language }).where('customers.shop_id', '=', shopId))
          .returning('id')
          .executeTakeFirst(),
      );
      return put !== undefined;
    },
  };
}
