import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventOf, LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { demoId } from '../../../src/backend/integrations/shop/demo/demo-id.ts';
import { createKnowledge } from '../../../src/backend/modules/knowledge/knowledge.ts';
import { createUseMemory } from '../../../src/backend/modules/suggestions/use-memory.ts';
import { ok } from '../../../src/shared/lib/result.ts';
import { v7 } from 'uuid';
import { isKnownEvent } from '../../../src/shared/domain/known-versions.ts';
import { createAwayWatch } from '../../../src/backend/modules/people/away-watch.ts';
import { startBackend, type BackendUnderTest } from './backend-under-test.ts';
import { frame, openDesk, openPage, say, type Line } from './line-under-test.ts';

type Offer = EventOf<'suggestion.offered'>;
const isOffer = (event: LogEvent): event is Offer => isKnownEvent(event) && event.type === 'suggestion.offered';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a conversation in service', () => {
  let backend: BackendUnderTest;
  const lines: Line[] = [];
  beforeEach(async () => {
    backend = await startBackend();
  });
  afterEach(async () => {
    for (const line of lines.splice(0)) line.close();
    await backend.stop();
    // What a test's own expectations can't see: nothing threw behind them.
    if (backend.errors.length > 0) throw new AggregateError(backend.errors, 'errors were logged');
  });

  const keep = (line: Line): Line => {
    lines.push(line);
    return line;
  };
  const eventsOf = (conversationId: string): Promise<LogEvent[]> => backend.app.services.reader.eventsAfter(conversationId, 0, 1_000);
  const typesOf = async (conversationId: string) => (await eventsOf(conversationId)).map((event) => event.type);
  const headOf = async (conversationId: string) => (await backend.app.services.reader.conversation(conversationId))?.head;
  const accepting = async (login: string): Promise<Line> => {
    const line = keep(await openDesk(backend.url, (await backend.signIn(login)).accessToken));
    await line.ask('presence', { state: 'accepting', reason: null });
    return line;
  };
  /** A customer who wants a person, and the agent who gets them. */
  const handedOver = async () => {
    const agent = await accepting('lin.zhiyao');
    const visit = await backend.startVisit({ as: 'chen-xiaoman' });
    const customer = keep(await openPage(backend.url, visit.token));
    await customer.ask('command', say('我要转人工'));
    await expect.poll(async () => (await headOf(visit.conversationId))?.holder.kind).toBe('agent');
    return { agent, customer, conversationId: visit.conversationId };
  };

  /** As behind a crash between what a reaction did and its cursor. */
  const followAgain = async (conversationId: string): Promise<void> => {
    for (const event of await eventsOf(conversationId)) {
      for (const reaction of backend.app.assembly.reactions) if ((reaction.types as readonly string[]).includes(event.type)) await reaction.handle(event);
    }
  };

  it('answers once, whatever the bot would say to the same message now', async () => {
    const { conversationId, token } = await backend.startVisit();
    const customer = keep(await openPage(backend.url, token));
    await customer.ask('command', say('qwx zzkp'));
    await expect.poll(() => typesOf(conversationId)).toContain('bot.answered');
    const before = await eventsOf(conversationId);
    await followAgain(conversationId);
    expect(await eventsOf(conversationId)).toEqual(before);
  });

  it.each(['constructor', '__proto__', 'toString'])('answers, and suggests, whatever word a button gave as its intent: %s', async (intent) => {
    const { conversationId, token, customerId } = await backend.startVisit();
    const customer = keep(await openPage(backend.url, token));
    await customer.ask('command', say('qwx zzkp'));
    await expect.poll(() => typesOf(conversationId)).toContain('bot.answered');
    /** As a log may have it from before buttons were looked for under the message that they name. */
    const press = async (): Promise<number> => {
      const id = v7();
      const payload = { language: 'en' as const, choice: { messageId: v7(), buttonId: `intent:${intent}` } };
      const posted = { type: 'message.posted' as const, id, payload, content: { text: 'hello there', attachments: [], buttons: [] } };
      const actor = { kind: 'customer', id: customerId } as const;
      const answer = await backend.app.services.append({ conversationId, actor, key: id, fingerprint: id, act: 'free', seenSeq: null, decide: () => ok({ events: [posted] }) });
      return answer.ok ? answer.value.seq : 0;
    };
    const seq = await press();
    await expect.poll(async () => (await eventsOf(conversationId)).some((event) => event.seq > seq && event.actor.kind === 'bot')).toBe(true);
    await customer.ask('command', say('a human please'));
    await expect.poll(async () => (await headOf(conversationId))?.holder.kind).toBe('queue');
    const understood = await press();
    await expect.poll(async () => (await eventsOf(conversationId)).some((event) => event.seq > understood && event.type === 'turn.understood')).toBe(true);
    await followAgain(conversationId);
  });

  it('suggests once for an event, whichever message is the last by now', async () => {
    const { customer, conversationId } = await handedOver();
    const offersFor = async () => (await eventsOf(conversationId)).filter(isOffer).map(({ payload }) => payload.messageSeq);
    for (const text of ['我的包裹到哪里了', '什么时候发货']) {
      await customer.ask('command', say(text));
      await expect.poll(offersFor).toContain((await headOf(conversationId))?.lastCustomerSeq);
    }
    const before = await eventsOf(conversationId);
    await followAgain(conversationId);
    expect(await eventsOf(conversationId)).toEqual(before);
  });

  it('goes from bot to queue to the agent who accepts, with its clock running', async () => {
    const { agent, conversationId } = await handedOver();
    const types = await typesOf(conversationId);
    const story = ['episode.opened', 'message.posted', 'handoff.requested', 'queue.entered', 'assignment.accepted'];
    expect(story.map((type) => types.indexOf(type))).toEqual(story.map((type) => types.indexOf(type)).toSorted((a, b) => a - b));
    expect(types).toContain('ticket.created');
    expect((await headOf(conversationId))?.sla).toMatchObject({ metric: 'first-response', breached: false });
    await agent.ask('command', frame('message.post', conversationId, { text: '您好', attachments: [] }));
    expect((await headOf(conversationId))?.sla).toBeNull();
    // What else follows a reply (a suggestion is withdrawn) may stand behind it.
    const after = await typesOf(conversationId);
    expect(after.indexOf('sla.met')).toBeGreaterThan(after.lastIndexOf('message.posted'));
  });

  /** Lets the conversation's reply clock run out. The timer is set for real time; whoever looks at the table finds the promise due. */
  const runOut = async (conversationId: string): Promise<void> => {
    backend.clock.ahead = 4 * MINUTE;
    const due = backend.app.assembly.due.find((handler) => handler.kind === 'sla.breach');
    const [job] = await backend.app.services.database.work.read((db) => db.selectFrom('due').selectAll().where('kind', '=', 'sla.breach').execute());
    expect(job?.run_at).toBeLessThanOrEqual(backend.clock.now());
    const payload = JSON.parse(job?.payload_json ?? '{}') as Record<string, number>;
    await due?.run({ id: job?.id ?? '', kind: 'sla.breach', dedupKey: job?.dedup_key ?? '', runAt: job?.run_at ?? 0, conversationId, payload, attempts: 1 });
  };

  it('says when the clock ran out, by a promise kept in the database', async () => {
    const { conversationId } = await handedOver();
    await runOut(conversationId);
    await runOut(conversationId);
    expect((await typesOf(conversationId)).filter((type) => type === 'sla.breached')).toHaveLength(1);
    expect((await headOf(conversationId))?.sla?.breached).toBe(true);
  });

  it('gives to whoever speaks the language what no skilled person took in time', async () => {
    const visit = await backend.startVisit({ as: 'chen-xiaoman' });
    const customer = keep(await openPage(backend.url, visit.token));
    await customer.ask('command', say('我要转人工'));
    await expect.poll(async () => (await headOf(visit.conversationId))?.holder.kind).toBe('queue');
    backend.clock.ahead = 4 * MINUTE;
    await accepting('he.sui');
    expect((await headOf(visit.conversationId))?.holder.kind).toBe('queue');
    await runOut(visit.conversationId);
    await expect.poll(async () => (await headOf(visit.conversationId))?.holder).toMatchObject({ kind: 'agent', agentId: demoId('staff', 'he.sui') });
  });

  it('comes back to its last owner within the window, and begins anew after it', async () => {
    const { agent, customer, conversationId } = await handedOver();
    await agent.ask('command', frame('message.post', conversationId, { text: '好的', attachments: [] }));
    const version = (await headOf(conversationId))?.ticket?.version ?? 0;
    expect(await agent.ask('command', frame('episode.resolve', conversationId, { disposition: 'solved', ticketVersion: version }))).toMatchObject({ ok: true });
    await customer.ask('command', say('还有一个问题'));
    expect((await headOf(conversationId))?.holder).toMatchObject({ kind: 'agent', agentId: demoId('staff', 'lin.zhiyao') });
    expect((await headOf(conversationId))?.episode).toMatchObject({ number: 1, status: 'open' });
    await agent.ask('command', frame('message.post', conversationId, { text: '请讲', attachments: [] }));
    const again = (await headOf(conversationId))?.ticket?.version ?? 0;
    await agent.ask('command', frame('episode.resolve', conversationId, { disposition: 'solved', ticketVersion: again }));
    backend.clock.ahead = 49 * HOUR;
    const nextVisit = await backend.startVisit({ as: 'chen-xiaoman' });
    await keep(await openPage(backend.url, nextVisit.token)).ask('command', say('过了两天'));
    expect(nextVisit.conversationId).toBe(conversationId);
    const opened = (await eventsOf(conversationId)).findLast((event) => event.type === 'episode.opened');
    expect(opened?.payload).toMatchObject({ episode: 2, mode: 'bot' });
  });

  it('waits in the shop\'s queue when it is reopened after an agent who took it from the bot has gone', async () => {
    const agent = await accepting('lin.zhiyao');
    const visit = await backend.startVisit({ as: 'chen-xiaoman' });
    const customer = keep(await openPage(backend.url, visit.token));
    await customer.ask('command', say('你好'));
    await agent.ask('command', frame('conversation.take-over', visit.conversationId, {}));
    expect(await agent.ask('command', frame('episode.resolve', visit.conversationId, { disposition: 'solved', ticketVersion: 0 }))).toMatchObject({ ok: true });
    await agent.ask('presence', { state: 'off', reason: null });
    await customer.ask('command', say('还有一个问题'));
    const shop = await backend.app.services.shops.find(backend.shopId);
    expect((await headOf(visit.conversationId))?.holder).toMatchObject({ kind: 'queue', queueId: shop?.settings.defaultQueueId });
  });

  it('marks as delivered what the page says it holds', async () => {
    const { agent, customer, conversationId } = await handedOver();
    await agent.ask('command', frame('message.post', conversationId, { text: '您好', attachments: [] }));
    const head = await headOf(conversationId);
    await customer.ask('sync', { afterPublicSeq: head?.publicSeq ?? 0 });
    await expect.poll(async () => (await headOf(conversationId))?.deliveredUpTo).toBeGreaterThanOrEqual(head?.last?.seq ?? 1);
  });

  it('stops a reply that crosses another, and shows what came between', async () => {
    const { agent, customer, conversationId } = await handedOver();
    const seenSeq = (await headOf(conversationId))?.seq ?? 0;
    await customer.ask('command', say('等等'));
    const answer = await agent.ask('command', { ...frame('message.post', conversationId, { text: '您好', attachments: [] }), seenSeq });
    expect(answer).toMatchObject({ ok: false, error: { code: 'STALE', details: { events: [{ type: 'message.posted', content: { text: '等等' } }] } } });
  });

  it('ranks what agents took above what they passed over, and learns the same from the log alone', async () => {
    const { agent, customer, conversationId } = await handedOver();
    const question = '能单独退两只杯子的钱吗';
    const offers = async () => (await eventsOf(conversationId)).filter(isOffer);
    const askAgain = async () => {
      const { length } = await offers();
      await customer.ask('command', say(question));
      await expect.poll(async () => (await offers()).length).toBeGreaterThan(length);
      return (await offers()).at(-1)?.payload;
    };
    const confidenceOf = (set: Offer['payload'] | undefined, slug: string | undefined) => set?.items.find(({ sources }) => sources[0]?.ref === slug)?.confidence ?? 0;
    const before = await askAgain();
    const articles = before?.items.filter(({ sources }) => sources[0]?.kind === 'article') ?? [];
    const [passed, taken] = [articles[0]?.sources[0]?.ref, articles.at(-1)];
    const slug = taken?.sources[0]?.ref;
    expect(slug).not.toBe(passed);
    await agent.ask('command', frame('suggestion.observe', conversationId, { setId: before?.setId, observations: [{ suggestionId: taken?.suggestionId, what: 'inserted' }] }));
    const after = await askAgain();
    expect(confidenceOf(after, slug)).toBeGreaterThan(confidenceOf(before, slug));
    expect(confidenceOf(after, passed)).toBeLessThan(confidenceOf(before, passed));

    const { reader, knowledge, clock } = backend.app.services;
    const { learned } = createKnowledge(knowledge, clock);
    await createUseMemory({ reader, learned }).catchUp();
    const item = after?.items.find(({ sources }) => sources[0]?.ref === slug);
    expect(0.2 * learned.score({ text: question, language: 'zh', slug: slug ?? '' })).toBeCloseTo(item?.parts.learned ?? 0);
  });

  it('gives a repeat of an action its first answer, though the order has changed by it', async () => {
    const { agent, conversationId } = await handedOver();
    const orderNumber = 'B2048-7713';
    const orderVersion = (await backend.app.services.shop.getOrder(orderNumber))?.version;
    const act = frame('action.execute', conversationId, { kind: 'coupon', orderNumber, orderVersion, arguments: { amount: 100, reason: 'late' } });
    const first = await agent.ask('command', act);
    await expect.poll(() => typesOf(conversationId)).toContain('action.executed');
    expect(first.ok).toBe(true);
    expect(await agent.ask('command', act)).toEqual(first);
  });

  it('goes back to its queue when its agent has been gone too long', async () => {
    const { agent, conversationId } = await handedOver();
    agent.close();
    const { database, append, shops, logger } = backend.app.services;
    const watch = createAwayWatch({ work: database.work, append, shops, clock: backend.clock.now, logger });
    backend.clock.ahead = 5 * MINUTE;
    await watch();
    expect((await headOf(conversationId))?.holder.kind).toBe('agent');
    backend.clock.ahead = 6 * MINUTE;
    await watch();
    await watch();
    expect((await headOf(conversationId))?.holder.kind).toBe('queue');
    const returned = (await eventsOf(conversationId)).filter((event) => event.type === 'queue.entered').map((event) => event.payload['why']);
    expect(returned).toEqual(['handoff', 'owner-away']);
  });

  it('knows who is there, and who only was', async () => {
    const watcher = await accepting('he.wen');
    const agent = await accepting('zhou.yu');
    await expect.poll(() => JSON.stringify(watcher.heard('presence'))).toContain(demoId('staff', 'zhou.yu'));
    agent.close();
    const presence = () => backend.app.services.presence.list([demoId('staff', 'zhou.yu')]);
    expect(await presence()).toMatchObject([{ connected: true, state: 'accepting' }]);
    backend.clock.ahead = MINUTE;
    expect(await presence()).toMatchObject([{ connected: false, state: 'accepting' }]);
  });
});
