import path from 'node:path';
import { v7 } from 'uuid';
import { openSqlite } from '../../../src/backend/db/open-sqlite.ts';
import { demoId } from '../../../src/backend/integrations/shop/demo/demo-id.ts';
import type { NewEvent } from '../../../src/backend/log/append-request.ts';
import { createAppend } from '../../../src/backend/log/create-append.ts';
import { createOpenConversation } from '../../../src/backend/log/open-conversation.ts';
import { createShops } from '../../../src/backend/modules/shops/shop-repository.ts';
import { createVisitors } from '../../../src/backend/modules/visitors/visitor-repository.ts';
import { SYSTEM_ACTOR } from '../../../src/backend/principal.ts';
import { systemTimers } from '../../../src/backend/system-timers.ts';
import { ok } from '../../../src/shared/lib/result.ts';

export type Filled = {
  /** The customer whose conversation is as long as the list. */
  readonly longest: string;
};

const SHOP = 'shanlan';
const AGENT = demoId('staff', 'lin.zhiyao');
/** Appends that are on their way at a time; each group is one commit. */
const AT_ONCE = 200;
const logger = { info: () => undefined, warn: () => undefined, error: (facts: object) => console.error(facts) };

const words = (index: number): string => `Where is parcel ${index}? It was to come on day ${index % 28}, and nothing has moved since.`;

const posted = (customerId: string, index: number): NewEvent => ({
  type: 'message.posted', payload: { language: 'en' }, content: { text: words(index), attachments: [], buttons: [] }, actor: { kind: 'customer', id: customerId },
});

const opened: NewEvent = { type: 'episode.opened', payload: { episode: 1, mode: 'person', language: 'en' }, content: null };

/** Runs work in groups, so that ten thousand appends are fifty commits. */
async function inGroups(count: number, work: (index: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) => work(from + index)));
  }
}

/** Adds so many open conversations to the demo shop in a data folder that no server has open, and one of so many messages. */
export async function fillShop(folder: string, rows: number): Promise<Filled> {
  const database = await openSqlite({ file: path.join(folder, 'baton.db'), clock: Date.now, timers: systemTimers });
  const append = createAppend({ database, consequences: [], clock: Date.now, timers: systemTimers, newId: v7, logger, listener: { committed: () => undefined, promised: () => undefined } });
  const visitors = createVisitors(database.work);
  const openConversation = createOpenConversation({ work: database.work, clock: Date.now, newId: v7 });
  const shops = createShops(database.work);
  const shop = await shops.findBySlug(SHOP);
  const [queue] = shop ? await shops.listQueues([shop.id]) : [];
  if (!shop || !queue) throw new Error('the demo shop is not in the database');

  const write = async (conversationId: string, events: readonly NewEvent[]): Promise<void> => {
    const answer = await append({ conversationId, actor: SYSTEM_ACTOR, key: v7(), fingerprint: 'bench', act: 'free', seenSeq: null, decide: () => ok({ events }) });
    if (!answer.ok) throw new Error(`a conversation could not be written: ${answer.error.code}`);
  };
  const begin = async (name: string): Promise<{ readonly customerId: string; readonly conversationId: string }> => {
    const customerId = v7();
    await visitors.putCustomer({ id: customerId, shopId: shop.id, name, tier: 'gold', language: 'en', identified: false, createdAt: Date.now() });
    return { customerId, conversationId: await openConversation({ shopId: shop.id, customerId, channel: 'web', language: 'en' }) };
  };

  await inGroups(rows, async (index) => {
    const { customerId, conversationId } = await begin(`Customer ${index}`);
    await write(conversationId, [opened, posted(customerId, index), { type: 'queue.entered', payload: { queueId: queue.id, why: 'handoff' }, content: null }]);
  });
  const longest = 'Long Talker';
  const { customerId, conversationId } = await begin(longest);
  await write(conversationId, [opened, { type: 'assignment.accepted', payload: { agentId: AGENT, how: 'taken-over', reasons: [], ruleVersion: 'bench' }, content: null }]);
  for (let from = 0; from < rows; from += AT_ONCE) {
    await write(conversationId, Array.from({ length: Math.min(AT_ONCE, rows - from) }, (_, index) => posted(customerId, from + index)));
  }
  await database.close();
  return { longest };
}
