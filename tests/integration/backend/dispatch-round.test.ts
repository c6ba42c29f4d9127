import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Id, Language } from '../../../src/shared/contracts/basics.ts';
import type { Presence, Queue, Staff } from '../../../src/shared/contracts/people.ts';
import { err, ok } from '../../../src/shared/lib/result.ts';
import type { Append, NewEvent } from '../../../src/backend/log/append-request.ts';
import { createDispatcher } from '../../../src/backend/modules/queue/dispatcher.ts';
import { listWaiting } from '../../../src/backend/modules/queue/queue-repository.ts';
import { CUSTOMER, createLogUnderTest, createTestLogger, posting, type LogUnderTest } from './log-under-test.ts';
import { databaseKinds, type TemporaryDatabase } from './test-databases.ts';

const NAME = { zh: '名', en: 'Name' };
const QUEUE: Queue = { id: v7(), slug: 'any', name: NAME, skills: [] };

/** More than one look at the database holds. */
const MANY = 205;

describe.each(databaseKinds)('a round of dispatch on $kind', ({ open }) => {
  let temporary: TemporaryDatabase;
  let log: LogUnderTest;
  let shopId: Id;
  let logger: ReturnType<typeof createTestLogger>;
  /** Who accepts, by shop. */
  let staff: Map<Id, Staff[]>;
  beforeEach(async () => {
    temporary = await open();
    log = await createLogUnderTest(temporary.database);
    shopId = (await log.reader.conversation(log.conversationId))?.head.shopId ?? '';
    logger = createTestLogger();
    staff = new Map();
  });
  afterEach(() => temporary.close());

  const addAgent = ({ capacity = 1, ofShop = shopId } = {}): Id => {
    const id = v7();
    staff.set(ofShop, [...(staff.get(ofShop) ?? []), { id, login: id, name: NAME, role: 'agent', skills: [], languages: ['en'], capacity }]);
    return id;
  };
  const listPresence = async (): Promise<Presence[]> =>
    [...staff.values()].flat().map(({ id }) => ({ agentId: id, state: 'accepting', reason: null, connected: true, load: 0, since: 0 }));
  const dispatcherOf = (append: Append = log.append) =>
    createDispatcher({ work: temporary.database.work, append, clock: Date.now, newId: v7, logger, listStaff: async (ofShop) => staff.get(ofShop) ?? [], listPresence, listQueues: async () => [QUEUE] });

  const write = async (conversationId: Id, ...events: NewEvent[]): Promise<void> => {
    const answer = await log.append(posting(conversationId, '', { actor: CUSTOMER, decide: () => ok({ events }) }));
    if (!answer.ok) throw new Error(answer.error.code);
  };
  const opened = (language: Language): NewEvent => ({ type: 'episode.opened', payload: { episode: 1, mode: 'bot', language }, content: null });
  const said: NewEvent = { type: 'message.posted', payload: { language: 'en' }, content: { text: 'hello', attachments: [], buttons: [] } };
  const queued: NewEvent = { type: 'queue.entered', payload: { queueId: QUEUE.id, why: 'handoff' }, content: null };
  /** A customer who waits in the queue. */
  const wait = async ({ language = 'en', ofShop = shopId }: { readonly language?: Language; readonly ofShop?: Id } = {}): Promise<Id> => {
    const conversationId = await log.newConversation(ofShop);
    await write(conversationId, opened(language), queued, said);
    return conversationId;
  };
  /** In the queue, but with no answer owed: as behind a reply and a transfer. */
  const standAnswered = async (): Promise<Id> => {
    const conversationId = await log.newConversation();
    await write(conversationId, opened('zh'), queued);
    return conversationId;
  };
  const times = <T>(count: number, make: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: count }, () => make()));
  const holderOf = async (conversationId: Id) => (await log.reader.conversation(conversationId))?.head.holder;

  it('finds who fits behind more than one page of those who fit nobody', async () => {
    await times(MANY, () => wait({ language: 'zh' }));
    const behind = await wait();
    const agentId = addAgent();
    await dispatcherOf()();
    expect(await holderOf(behind)).toMatchObject({ kind: 'agent', agentId });
    expect(logger.errors).toEqual([]);
  });

  it('finds who fits in one shop behind all who wait in another', async () => {
    const other = await log.addShop();
    await times(MANY, () => wait());
    const behind = await wait({ ofShop: other });
    const agentId = addAgent({ ofShop: other });
    await dispatcherOf()();
    expect(await holderOf(behind)).toMatchObject({ kind: 'agent', agentId });
  });

  it('looks first at those who wait for an answer, on every database', async () => {
    await times(MANY, () => standAnswered());
    const waiting = await wait();
    const agentId = addAgent();
    const { waiting: first, next } = await listWaiting(temporary.database.work, shopId, null);
    expect(first[0]?.conversationId).toBe(waiting);
    const rest = await listWaiting(temporary.database.work, shopId, next);
    expect(new Set([...first, ...rest.waiting].map((one) => one.conversationId)).size).toBe(MANY + 1);
    expect(rest.next).toBeNull();
    await dispatcherOf()();
    expect(await holderOf(waiting)).toMatchObject({ kind: 'agent', agentId });
  });

  it('gives nobody more than they have room for, over several pages', async () => {
    const waiting = await times(MANY, () => wait());
    addAgent({ capacity: MANY - 2 });
    await dispatcherOf()();
    const holders = await Promise.all(waiting.map(holderOf));
    expect(holders.filter((holder) => holder?.kind === 'agent')).toHaveLength(MANY - 2);
  });

  it('goes on behind an assignment that throws, and gives its place to the next', async () => {
    const [bad, next] = [await wait(), await wait()];
    const agentId = addAgent();
    const append: Append = async (request) => {
      if (request.conversationId === bad) throw new TypeError('a bug');
      return log.append(request);
    };
    await dispatcherOf(append)();
    expect(await holderOf(bad)).toMatchObject({ kind: 'queue' });
    expect(await holderOf(next)).toMatchObject({ kind: 'agent', agentId });
    expect(logger.errors).toMatchObject([{ conversationId: bad }]);
  });

  it('goes on behind an assignment that is refused', async () => {
    const [bad, next] = [await wait(), await wait()];
    addAgent({ capacity: 2 });
    await dispatcherOf(async (request) => (request.conversationId === bad ? err({ code: 'INTERNAL' }) : log.append(request)))();
    expect(await holderOf(next)).toMatchObject({ kind: 'agent' });
    expect(logger.errors).toHaveLength(1);
  });

  it('ends when the database is away, which is everybody\'s, and says so to whoever asked', async () => {
    await times(3, () => wait());
    addAgent({ capacity: 3 });
    let asked = 0;
    const round = dispatcherOf(async () => {
      asked += 1;
      return err({ code: 'UNAVAILABLE' });
    })();
    await expect(round).rejects.toThrow('UNAVAILABLE');
    expect(asked).toBe(1);
  });
});
