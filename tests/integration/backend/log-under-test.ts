import { v7 } from 'uuid';
import type { Id } from '../../../src/shared/contracts/basics.ts';
import type { Queue } from '../../../src/shared/contracts/people.ts';
import { ok } from '../../../src/shared/lib/result.ts';
import type { Append, AppendRequest } from '../../../src/backend/log/append-request.ts';
import type { Consequence } from '../../../src/backend/log/append-tools.ts';
import { createAppend } from '../../../src/backend/log/create-append.ts';
import { createLogReader, type LogReader } from '../../../src/backend/log/log-reader.ts';
import { createOpenConversation } from '../../../src/backend/log/open-conversation.ts';
import type { Commit } from '../../../src/backend/log/stored-conversation.ts';
import { createShops } from '../../../src/backend/modules/shops/shop-repository.ts';
import { shopSettingsSchema } from '../../../src/backend/modules/shops/shop-settings.ts';
import { createVisitors } from '../../../src/backend/modules/visitors/visitor-repository.ts';
import { systemTimers } from '../../../src/backend/system-timers.ts';
import type { Database } from '../../../src/backend/db/database.ts';

/** Every error that was logged, for tests that expect none, or one. */
export function createTestLogger() {
  const errors: unknown[] = [];
  const note = (facts: object) => void errors.push(facts);
  return { errors, info: () => undefined, warn: note, error: note };
}

export type LogUnderTest = {
  readonly append: Append;
  readonly reader: LogReader;
  readonly conversationId: Id;
  readonly commits: Commit[];
  readonly promises: number[];
  readonly errors: unknown[];
  /** In the first shop unless another is named. */
  readonly newConversation: (shopId?: Id) => Promise<Id>;
  /** One more shop, with nothing in it but these queues. */
  readonly addShop: (queues?: readonly Queue[]) => Promise<Id>;
};

/** A log in an open database with one shop and one empty conversation. */
export async function createLogUnderTest(database: Database, consequences: readonly Consequence[] = []): Promise<LogUnderTest> {
  const { work } = database;
  const logger = createTestLogger();
  const commits: Commit[] = [];
  const promises: number[] = [];
  const append = createAppend({
    database, consequences, clock: Date.now, timers: systemTimers, newId: v7, logger,
    listener: { committed: (some) => void commits.push(...some), promised: (runAt) => void promises.push(runAt) },
  });
  const addShop = async (queues: readonly Queue[] = []) => {
    const id = v7();
    await createShops(work).add({ id, slug: id, name: { zh: '店', en: 'Shop' }, timeZone: 'UTC', currency: 'CNY', settings: shopSettingsSchema.parse({}), identitySecret: 's', createdAt: 0 }, queues);
    return id;
  };
  const shopId = await addShop();
  const openConversation = createOpenConversation({ work, clock: Date.now, newId: v7 });
  const newConversation = async (ofShop = shopId) => {
    const customerId = v7();
    await createVisitors(work).putCustomer({ id: customerId, shopId: ofShop, name: 'Mira', tier: 'gold', language: 'en', identified: true, createdAt: 0 });
    return openConversation({ shopId: ofShop, customerId, channel: 'web', language: 'en' });
  };
  return { append, reader: createLogReader(database), conversationId: await newConversation(), commits, promises, errors: logger.errors, newConversation, addShop };
}

export const AGENT = { kind: 'agent', id: '019b76da-a800-7a99-aa73-593644225a47' } as const;
export const CUSTOMER = { kind: 'customer', id: '019b76da-a800-7a99-aa73-000000000001' } as const;

/** A request that posts a message, or whatever else is asked for. */
export function posting(conversationId: Id, text: string, more: Partial<AppendRequest> = {}): AppendRequest {
  const key = more.key ?? v7();
  return {
    conversationId,
    actor: CUSTOMER,
    key,
    fingerprint: text,
    act: 'free',
    seenSeq: null,
    decide: () => ok({ events: [{ type: 'message.posted', id: key, payload: { language: 'en' }, content: { text, attachments: [], buttons: [] } }] }),
    ...more,
  };
}
