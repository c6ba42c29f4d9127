import { randomBytes } from 'node:crypto';
import { demoId } from '../integrations/shop/demo/demo-id.ts';
import type { Passwords } from '../modules/accounts/password.ts';
import { shopSettingsSchema } from '../modules/shops/shop-settings.ts';
import { createVisitors } from '../modules/visitors/visitor-repository.ts';
import type { Services } from '../services.ts';
import type { DemoFiles } from './demo-files.ts';

/** Every demo account's password: the sign-in page says it. */
export const DEMO_PASSWORD = 'baton-demo';

const HOUR = 3_600_000;

async function seedShop({ shops, clock }: Services, { shop }: DemoFiles): Promise<string> {
  const id = demoId('shop', shop.slug);
  const queues = shop.queues.map((queue) => ({ ...queue, id: demoId('queue', queue.slug) }));
  const settings = shopSettingsSchema.parse({ reopenWindowMs: shop.reopenWindowHours * HOUR, defaultQueueId: queues[0]?.id ?? null });
  const { slug, name, timeZone, currency } = shop;
  await shops.add({ id, slug, name, timeZone, currency, settings, identitySecret: randomBytes(32).toString('base64url'), createdAt: clock() }, queues);
  return id;
}

/**
 * The demo shop in an empty database: shop, queues, accounts with the demo password, customers. Its conversations come from
 * customers who write, as everywhere. A database that has the shop is left as it is.
 */
export async function seedDemo(services: Services, files: DemoFiles, passwords: Passwords): Promise<void> {
  if (await services.shops.findBySlug(files.shop.slug)) return;
  const shopId = await seedShop(services, files);
  const passwordHash = await passwords.hash(DEMO_PASSWORD);
  const createdAt = services.clock();
  for (const staff of files.staff) {
    const id = demoId('staff', staff.login);
    await services.accounts.add({ account: { ...staff, id, shopIds: [shopId] }, passwordHash, createdAt });
    // Whoever opens the demo wants to see it live: they accept conversations until they say otherwise.
    await services.presence.choose(id, { state: 'accepting', reason: null });
    await services.presence.leave(id);
  }
  const visitors = createVisitors(services.database.work);
  for (const { slug, name, tier, language } of files.customers) {
    await visitors.putCustomer({ id: demoId('customer', slug), shopId, name, tier, language, identified: true, createdAt });
  }
}
