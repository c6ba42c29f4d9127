import type { Id } from '../../../shared/contracts/basics.ts';
import type { Shops } from './shop-repository.ts';

/** Where a conversation waits that nobody has named a queue for; a shop that has decided nothing uses its first. Null only for a shop without queues. */
export async function findDefaultQueue(shops: Shops, shopId: Id): Promise<Id | null> {
  const named = (await shops.find(shopId))?.settings.defaultQueueId ?? null;
  return named ?? (await shops.listQueues([shopId]))[0]?.id ?? null;
}
