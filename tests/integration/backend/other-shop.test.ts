import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import type { OpenAnswer } from '../../../src/shared/contracts/wire/staff-socket.ts';
import { demoId } from '../../../src/backend/integrations/shop/demo/demo-id.ts';
import { signIdentity } from '../../../src/backend/modules/visitors/signed-identity.ts';
import { newSecret, startBackend, type BackendUnderTest } from './backend-under-test.ts';
import { frame, openDesk, openPage, say, type Line } from './line-under-test.ts';

describe('beside another shop', () => {
  let backend: BackendUnderTest;
  const lines: Line[] = [];
  beforeEach(async () => {
    backend = await startBackend({ isRunning: false });
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    for (const line of lines.splice(0)) line.close();
    await backend.stop();
  });

  const keep = (line: Line): Line => {
    lines.push(line);
    return line;
  };
  const desk = async (login: string): Promise<Line> => keep(await openDesk(backend.url, (await backend.signIn(login)).accessToken));
  const strangerDesk = async (): Promise<Line> => desk((await backend.addShop()).slug);
  /** A customer of the demo shop who has said something, and an agent of it who looks on. */
  const conversation = async () => {
    const visit = await backend.startVisit({ as: 'chen-xiaoman' });
    const customer = keep(await openPage(backend.url, visit.token));
    await customer.ask('command', say('hello'));
    const watcher = await desk('zhou.yu');
    await watcher.ask('open', { conversationId: visit.conversationId, afterSeq: null });
    const heardBy = (line: Line): (string | undefined)[] => line.heard<LogEvent[]>('events').flat().map((event) => (event.content as { text?: string } | null)?.text);
    const saySomething = async (text: string): Promise<void> => {
      await customer.ask('command', say(text));
      await expect.poll(() => heardBy(watcher)).toContain(text);
    };
    return { conversationId: visit.conversationId, heardBy, saySomething };
  };
  /** Holds the reading of a conversation back, the n-th from now, until it is let go. */
  const holdReading = (nth: number) => {
    const { reader } = backend.app.services;
    const real = reader.conversation;
    const [isHeld, isFree] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let count = 0;
    vi.spyOn(reader, 'conversation').mockImplementation(async (id) => {
      count += 1;
      if (count === nth) {
        isHeld.resolve();
        await isFree.promise;
      }
      return real(id);
    });
    return { isHeld: isHeld.promise, letGo: isFree.resolve };
  };
  /** Lets the n-th reading from now fail. */
  const failReading = (nth: number): void => {
    const { reader } = backend.app.services;
    const real = reader.conversation;
    let count = 0;
    vi.spyOn(reader, 'conversation').mockImplementation(async (id) => {
      count += 1;
      if (count === nth) throw new Error('the reading failed');
      return real(id);
    });
  };

  it('tells staff nothing of a conversation of this one, by no act', async () => {
    const { conversationId } = await conversation();
    const stranger = await strangerDesk();
    const blind = { ...frame('message.post', conversationId, { text: 'hi', attachments: [] }), seenSeq: 0 };
    expect(await stranger.ask('command', blind)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await stranger.ask('open', { conversationId, afterSeq: 0 })).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it('lets staff hear nothing of a conversation of this one, not even while it is being looked for', async () => {
    const { conversationId, heardBy, saySomething } = await conversation();
    const stranger = await strangerDesk();
    const { isHeld, letGo } = holdReading(1);
    const asked = stranger.ask('open', { conversationId, afterSeq: 0 });
    await isHeld;
    await saySomething('a secret');
    letGo();
    expect(await asked).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    await stranger.ask('feed', { afterPosition: null });
    expect(heardBy(stranger)).toEqual([]);
  });

  it.each([1, 2])('leaves nobody in a conversation that could not be read: reading %i', async (nth) => {
    const { conversationId, heardBy, saySomething } = await conversation();
    const agent = await desk('lin.zhiyao');
    failReading(nth);
    expect(await agent.ask('open', { conversationId, afterSeq: 0 })).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    await saySomething('said to who looks on');
    await agent.ask('feed', { afterPosition: null });
    expect(heardBy(agent)).toEqual([]);
    expect(await agent.ask('open', { conversationId, afterSeq: 0 })).toMatchObject({ ok: true });
    await saySomething('said to both');
    await expect.poll(() => heardBy(agent)).toEqual(['said to both']);
  });

  it.each([1, 2])('misses nothing that is said while a conversation is being opened: reading %i', async (nth) => {
    const { conversationId, heardBy, saySomething } = await conversation();
    const agent = await desk('lin.zhiyao');
    const { isHeld, letGo } = holdReading(nth);
    const asked = agent.ask<OpenAnswer>('open', { conversationId, afterSeq: 0 });
    await isHeld;
    await saySomething('in between');
    letGo();
    const answer = await asked;
    const read = answer.ok && answer.value.kind === 'events' ? answer.value.events : [];
    await expect.poll(() => [...read.map(({ content }) => (content as { text?: string } | null)?.text), ...heardBy(agent)]).toContain('in between');
  });

  it('knows nobody of this one by the signature of that one, and changes nothing of theirs', async () => {
    const { slug, identitySecret } = await backend.addShop();
    const customerId = demoId('customer', 'chen-xiaoman');
    const rowOf = () => backend.app.services.database.work.read((db) => db.selectFrom('customers').selectAll().where('id', '=', customerId).executeTakeFirst());
    await conversation();
    await backend.app.services.database.work.write((db) => db.updateTable('customers').set({ name: 'as this shop wrote it' }).where('id', '=', customerId).execute());
    const before = await rowOf();
    const identity = signIdentity({ customerId, exp: backend.clock.now() + 60_000 }, identitySecret);
    const answer = await backend.post('/api/visitor/start', { shop: slug, secret: newSecret(), language: 'en', identity });
    expect([answer.status, await answer.json()]).toEqual([401, { code: 'UNAUTHENTICATED' }]);
    expect(await rowOf()).toEqual(before);
  });

  it('opens no conversation of this one for that one', async () => {
    const { shopId } = await backend.addShop();
    const { conversationId } = await conversation();
    const thread = { customerId: demoId('customer', 'chen-xiaoman'), channel: 'web', language: 'en' } as const;
    const { openConversation } = backend.app.services;
    expect(await openConversation({ ...thread, shopId: backend.shopId })).toBe(conversationId);
    await expect(openConversation({ ...thread, shopId })).rejects.toThrow('is not there');
  });

  it('keeps what is open open when it can not be read again', async () => {
    const { conversationId, heardBy, saySomething } = await conversation();
    const agent = await desk('lin.zhiyao');
    await agent.ask('open', { conversationId, afterSeq: 0 });
    failReading(1);
    expect(await agent.ask('open', { conversationId, afterSeq: 0 })).toMatchObject({ ok: false });
    await saySomething('still there');
    await expect.poll(() => heardBy(agent)).toEqual(['still there']);
  });
});
