import type { Id } from '../../../shared/contracts/basics.ts';
import { localizedTextSchema, type LocalizedText } from '../../../shared/contracts/basics.ts';
import type { Queue } from '../../../shared/contracts/people.ts';
import { z } from 'zod';
import type { UnitOfWork } from '../../db/unit-of-work.ts';
import { parseShopSettings, type ShopSettings } from './shop-settings.ts';

export type Shop = {
  readonly id: Id;
  readonly slug: string;
  readonly name: LocalizedText;
  readonly timeZone: string;
  readonly currency: string;
  readonly settings: ShopSettings;
  /** Key of the identities that the shop signs (D7). */
  readonly identitySecret: string;
};

export type Shops = {
  readonly findBySlug: (slug: string) => Promise<Shop | null>;
  readonly find: (shopId: Id) => Promise<Shop | null>;
  readonly listQueues: (shopIds: readonly Id[]) => Promise<(Queue & { readonly shopId: Id })[]>;
  /** Adds a shop with its queues, in their order; one that is there stays as it is. */
  readonly add: (shop: Shop & { readonly createdAt: number }, queues: readonly Queue[]) => Promise<void>;
  /** The next ticket number of a shop, from 1; a number taken and not used leaves a gap. */
  readonly nextTicketNumber: (shopId: Id) => Promise<number>;
};

type ShopRow = { id: string; slug: string; name_json: string; time_zone: string; currency: string; settings_json: string; identity_secret: string };

const toShop = (row: ShopRow): Shop => ({
  id: row.id,
  slug: row.slug,
  name: localizedTextSchema.parse(JSON.parse(row.name_json)),
  timeZone: row.time_zone,
  currency: row.currency,
  settings: parseShopSettings(row.settings_json),
  identitySecret: row.identity_secret,
});

const skillsSchema = z.array(z.string());

function insert(work: UnitOfWork, shop: Shop & { readonly createdAt: number }, queues: readonly Queue[]): Promise<void> {
  return work.write(async (db) => {
    const row = {
      id: shop.id, slug: shop.slug, name_json: JSON.stringify(shop.name), time_zone: shop.timeZone, currency: shop.currency,
      settings_json: JSON.stringify(shop.settings), identity_secret: shop.identitySecret, created_at: shop.createdAt,
    };
    await db.insertInto('shops').values(row).onConflict((conflict) => conflict.column('id').doNothing()).execute();
    const rows = queues.map((queue, rank) => ({ id: queue.id, shop_id: shop.id, slug: queue.slug, name_json: JSON.stringify(queue.name), skills_json: JSON.stringify(queue.skills), rank }));
    if (rows.length > 0) await db.insertInto('queues').values(rows).onConflict((conflict) => conflict.column('id').doNothing()).execute();
  });
}

function nextTicketNumber(work: UnitOfWork, shopId: Id): Promise<number> {
  return work.write(async (db) => {
    const row = await db
      .insertInto('ticket_numbers')
      .values({ shop_id: shopId, last_number: 1 })
      .onConflict((conflict) => conflict.column('shop_id').doUpdateSet((eb) => ({ last_number: eb('ticket_numbers.last_number', '+', 1) })))
      .returning('last_number')
      .executeTakeFirstOrThrow();
    return row.last_number;
  });
}

/** Shops and their queues in the database. */
export function createShops(work: UnitOfWork): Shops {
  const find = (column: 'id' | 'slug', value: string): Promise<Shop | null> =>
    work.read(async (db) => {
      const row = await db.selectFrom('shops').selectAll().where(column, '=', value).executeTakeFirst();
      return row ? toShop(row) : null;
    });
  return {
    findBySlug: (slug) => find('slug', slug),
    find: (shopId) => find('id', shopId),
    listQueues: (shopIds) =>
      work.read(async (db) => {
        if (shopIds.length === 0) return [];
        const rows = await db.selectFrom('queues').selectAll().where('shop_id', 'in', [...shopIds]).orderBy('rank').execute();
        return rows.map((row) => ({ id: row.id, shopId: row.shop_id, slug: row.slug, name: localizedTextSchema.parse(JSON.parse(row.name_json)), skills: skillsSchema.parse(JSON.parse(row.skills_json)) }));
      }),
    add: (shop, queues) => insert(work, shop, queues),
    nextTicketNumber: (shopId) => nextTicketNumber(work, shopId),
  };
}
