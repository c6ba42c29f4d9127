import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '../../../src/shared/contracts/basics.ts';
import type { Queue } from '../../../src/shared/contracts/people.ts';
import { err, ok } from '../../../src/shared/lib/result.ts';
import type { Append, NewEvent } from '../../../src/backend/log/append-request.ts';
import { AWAY_LOOK_MS, AWAY_MS, createAwayWatch } from '../../../src/backend/modules/people/away-watch.ts';
import { createPresenceBook, PRESENCE_LEASE_MS } from '../../../src/backend/modules/people/presence.ts';
import { listWaiting } from '../../../src/backend/modules/queue/queue-repository.ts';
import { createShops } from '../../../src/backend/modules/shops/shop-repository.ts';
import { AGENT, createLogUnderTest, createTestLogger, posting, type LogUnderTest } from './log-under-test.ts';
import { databaseKinds, type TemporaryDatabase } from './test-databases.ts';

const queueOf = (slug: string): Queue => ({ id: v7(), slug, name: { zh: '队', en: 'Queue' }, skills: [] });
const [FIRST, SECOND] = [queueOf('first'), queueOf('second')];

const opened: NewEvent = { type: 'episode.opened', payload: { episode: 1, mode: 'bot', language: 'en' }, content: null };
const said: NewEvent = { type: 'message.posted', payload: { language: 'en' }, content: { text: 'hello', attachments: [], buttons: [] } };
const replied: NewEvent = { ...said, actor: AGENT };
const queued: NewEvent = { type: 'queue.entered', payload: { queueId: SECOND.id, why: 'handoff' }, content: null };
const given: NewEvent = { type: 'assignment.accepted', payload: { agentId: AGENT.id, how: 'transferred', reasons: [], ruleVersion: 'hand' }, content: null };
const resolved: NewEvent = { type: 'episode.resolved', payload: { episode: 1, disposition: 'solved' }, content: null };
const reopened: NewEvent = { type: 'episode.reopened', payload: { episode: 1, mode: 'person' }, content: null };

describe.each(databaseKinds)('customers of agents who are gone, on $kind', ({ open }) => {
  let temporary: TemporaryDatabase;
  let log: LogUnderTest;
  let shopId: Id;
  let logger: ReturnType<typeof createTestLogger>;
  beforeEach(async () => {
    temporary = await open();
    log = await createLogUnderTest(temporary.database);
    shopId = await log.addShop([FIRST, SECOND]);
    logger = createTestLogger();
  });
  afterEach(() => temporary.close());

  const write = async (conversationId: Id, ...events: NewEvent[]): Promise<void> => {
    const answer = await log.append(posting(conversationId, '', { decide: () => ok({ events }) }));
    if (!answer.ok) throw new Error(answer.error.code);
  };
  const talk = async (...events: NewEvent[]): Promise<Id> => {
    const conversationId = await log.newConversation(shopId);
    await write(conversationId, opened, ...events);
    return conversationId;
  };
  const watchBy = (clock: () => number, append: Append = log.append) => createAwayWatch({ work: temporary.database.work, append, shops: createShops(temporary.database.work), clock, logger });
  /** Looks twice, as one would so much later. */
  const watch = async (later: number, append?: Append): Promise<void> => {
    const look = watchBy(() => Date.now() + later, append);
    await look();
    await look();
  };
  const connectOnce = (clock = Date.now) => createPresenceBook({ work: temporary.database.work, clock }).renew([AGENT.id]);
  const holderOf = async (conversationId: Id) => (await log.reader.conversation(conversationId))?.head.holder;
  const LONG = PRESENCE_LEASE_MS + AWAY_MS;
  const HOUR = 3_600_000;

  it('come back from one who never connected, as long after they were given', async () => {
    const conversationId = await talk(queued, said, given);
    await watch(AWAY_MS - 60_000);
    expect(await holderOf(conversationId)).toMatchObject({ kind: 'agent' });
    await watch(AWAY_MS);
    expect(await holderOf(conversationId)).toMatchObject({ kind: 'queue', queueId: SECOND.id });
  });

  it('come back each time they are given to one who stays away', async () => {
    await connectOnce();
    const conversationId = await talk(queued, said, given);
    for (const transfer of [[], [given], [given]]) {
      await write(conversationId, ...transfer);
      await watch(LONG);
      expect(await holderOf(conversationId)).toMatchObject({ kind: 'queue' });
    }
  });

  it('come back when they write again after a look that found them answered meanwhile', async () => {
    await connectOnce();
    const conversationId = await talk(queued, said, given);
    await watch(LONG, async (request) => {
      await write(conversationId, replied);
      return log.append(request);
    });
    expect(await holderOf(conversationId)).toMatchObject({ kind: 'agent' });
    await write(conversationId, said);
    await watch(LONG);
    expect(await holderOf(conversationId)).toMatchObject({ kind: 'queue' });
  });

  it('come back though they were taken over before the bot had answered, and stand where their message put them', async () => {
    await connectOnce();
    const conversationId = await talk(said, given);
    const at = (await log.reader.conversation(conversationId))?.head.last?.at;
    await watch(LONG);
    expect(await holderOf(conversationId)).toMatchObject({ kind: 'queue', queueId: FIRST.id });
    const { waiting } = await listWaiting(temporary.database.work, shopId, null);
    expect(waiting).toMatchObject([{ conversationId, waitingSince: at }]);
  });

  it('stay with one who is there though the clock leaps ahead', async () => {
    await connectOnce();
    const conversationId = await talk(queued, said, given);
    const clock = () => Date.now() + HOUR;
    const look = watchBy(clock);
    await look();
    await connectOnce(clock);
    await look();
    expect(await holderOf(conversationId)).toMatchObject({ kind: 'agent' });
  });

  it('come back from one who was gone when the clock was put back, as long after', async () => {
    await connectOnce();
    const conversationId = await talk(queued, said, given);
    const look = watchBy(() => Date.now() - HOUR);
    for (let looks = 0; looks < AWAY_MS / AWAY_LOOK_MS; looks += 1) await look();
    expect(await holderOf(conversationId)).toMatchObject({ kind: 'agent' });
    await look();
    expect(await holderOf(conversationId)).toMatchObject({ kind: 'queue' });
  });

  it('stay with one who is there when the clock is put back', async () => {
    await connectOnce();
    const conversationId = await talk(queued, said, given);
    const clock = () => Date.now() - HOUR;
    const look = watchBy(clock);
    await look();
    await connectOnce(clock);
    for (let looks = 0; looks <= AWAY_MS / AWAY_LOOK_MS; looks += 1) await look();
    expect(await holderOf(conversationId)).toMatchObject({ kind: 'agent' });
  });

  it('stay when they have their answer', async () => {
    await connectOnce();
    const conversationId = await talk(queued, said, given, replied);
    await watch(LONG);
    expect(await holderOf(conversationId)).toMatchObject({ kind: 'agent' });
  });

  it('are queued when nobody has had them since they wrote again', async () => {
    const conversationId = await talk(said, given, replied, resolved, reopened, said);
    expect(await holderOf(conversationId)).toEqual({ kind: 'none' });
    await watch(0);
    expect(await holderOf(conversationId)).toMatchObject({ kind: 'queue', queueId: FIRST.id });
  });

  it('come back behind one who can\'t', async () => {
    const [bad, good] = [await talk(queued, said, given), await talk(queued, said, given)];
    await watch(LONG, async (request) => (request.conversationId === bad ? err({ code: 'INTERNAL' }) : log.append(request)));
    expect(await holderOf(good)).toMatchObject({ kind: 'queue' });
    expect(logger.errors).toMatchObject([{ conversationId: bad }]);
  });
});
