import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { err, ok } from '../../../src/shared/lib/result.ts';
import { foldConversation } from '../../../src/shared/domain/reducers/reduce-conversation.ts';
import { initialConversation } from '../../../src/shared/domain/reducers/initial-head.ts';
import { AGENT, createLogUnderTest, posting, type LogUnderTest } from './log-under-test.ts';
import { databaseKinds, type TemporaryDatabase } from './test-databases.ts';

describe.each(databaseKinds)('appending on $kind', ({ open }) => {
  let temporary: TemporaryDatabase;
  let log: LogUnderTest;
  beforeAll(async () => {
    temporary = await open();
  });
  beforeEach(async () => {
    log = await createLogUnderTest(temporary.database);
  });
  afterAll(() => temporary.close());

  const seqs = async () => (await log.reader.eventsAfter(log.conversationId, 0, 10_000)).map((event) => event.seq);

  it('numbers densely, however many write at once', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => log.append(posting(log.conversationId, `message ${index}`))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(200);
    expect(await seqs()).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    const publicSeqs = (await log.reader.eventsAfter(log.conversationId, 0, 500)).map((event) => event.publicSeq);
    expect(publicSeqs).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });

  it('gives a repeat the same answer, and writes it once', async () => {
    const request = posting(log.conversationId, 'hello');
    const [first, twin] = await Promise.all([log.append(request), log.append(request)]);
    const later = await log.append(request);
    expect(first.ok).toBe(true);
    expect(twin).toEqual(first);
    expect(later).toEqual(first);
    expect(await seqs()).toEqual([1]);
  });

  it('refuses other words under the same key', async () => {
    const request = posting(log.conversationId, 'hello');
    await log.append(request);
    expect(await log.append(posting(log.conversationId, 'goodbye', { key: request.key }))).toEqual(err({ code: 'IDEMPOTENCY_MISMATCH' }));
  });

  it('keeps nothing of a refusal: the same command may come again and succeed', async () => {
    const request = posting(log.conversationId, 'hello', { decide: () => err({ code: 'NOT_OWNER' }) });
    expect(await log.append(request)).toEqual(err({ code: 'NOT_OWNER' }));
    expect((await log.append(posting(log.conversationId, 'hello', { key: request.key }))).ok).toBe(true);
  });

  it('refuses an id that somebody else has used', async () => {
    const request = posting(log.conversationId, 'hello');
    await log.append(request);
    expect(await log.append({ ...request, actor: AGENT })).toEqual(err({ code: 'IDEMPOTENCY_MISMATCH' }));
    expect(await seqs()).toEqual([1]);
  });

  it('stops a reply that has not seen what the customer wrote, and shows it', async () => {
    await log.append(posting(log.conversationId, 'first'));
    await log.append(posting(log.conversationId, 'second'));
    const answer = await log.append(posting(log.conversationId, 'reply', { actor: AGENT, act: 'reply', seenSeq: 1 }));
    expect(answer).toMatchObject({ ok: false, error: { code: 'STALE', details: { events: [{ seq: 2, content: { text: 'second' } }] } } });
    expect((await log.append(posting(log.conversationId, 'reply', { actor: AGENT, act: 'reply', seenSeq: 2 }))).ok).toBe(true);
  });

  it('lets a bug in one command spoil nothing of its neighbours', async () => {
    const bug = posting(log.conversationId, 'bug', {
      decide: () => {
        throw new Error('a bug');
      },
    });
    const [before, failed, after] = await Promise.all([log.append(posting(log.conversationId, 'before')), log.append(bug), log.append(posting(log.conversationId, 'after'))]);
    expect([before.ok, failed, after.ok]).toEqual([true, err({ code: 'INTERNAL' }), true]);
    expect(await seqs()).toEqual([1, 2]);
    expect(log.errors).toHaveLength(1);
  });

  it('answers for a conversation that is not there', async () => {
    expect(await log.append(posting(v7(), 'hello'))).toEqual(err({ code: 'NOT_FOUND' }));
  });

  it('announces commits after their answers, in order of position', async () => {
    await Promise.all([log.append(posting(log.conversationId, 'one')), log.append(posting(log.conversationId, 'two'))]);
    await expect.poll(() => log.commits.length).toBe(2);
    const positions = log.commits.flatMap((commit) => commit.events.map((event) => event.position));
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  });

  it('keeps a head that is the fold of its log', async () => {
    await log.append(posting(log.conversationId, 'one'));
    await log.append({
      ...posting(log.conversationId, 'open'),
      decide: ({ head }) =>
        ok({
          events: [
            { type: 'episode.opened', payload: { episode: head.episode.number + 1, mode: 'bot', language: 'zh' }, content: null },
            { type: 'note.posted', payload: {}, content: { text: 'a note' } },
          ],
        }),
    });
    const stored = await log.reader.conversation(log.conversationId);
    const events = await log.reader.eventsAfter(log.conversationId, 0, 100);
    const empty = initialConversation({ conversationId: log.conversationId, shopId: stored?.head.shopId ?? '', customerId: stored?.head.customerId ?? '', language: 'en' });
    expect(foldConversation(empty, events).state.head).toEqual(stored?.head);
  });

  it('writes promises with the events, and takes them back', async () => {
    const job = { kind: 'test', dedupKey: `test:${log.conversationId}`, runAt: 42, conversationId: log.conversationId, payload: {} };
    await log.append(posting(log.conversationId, 'promise', { decide: () => ok({ events: [{ type: 'conversation.snoozed', payload: { until: 42 }, content: null }], due: [job] }) }));
    const waiting = () => temporary.database.work.read((db) => db.selectFrom('due').select('run_at').where('dedup_key', '=', job.dedupKey).execute());
    expect(await waiting()).toEqual([{ run_at: 42 }]);
    expect(log.promises).toEqual([42]);
    await log.append(posting(log.conversationId, 'cancel', { decide: () => ok({ events: [], cancelDue: [job.dedupKey] }) }));
    expect(await waiting()).toEqual([]);
  });
});
