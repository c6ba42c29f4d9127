import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import type { PublicEvent } from '../../../src/shared/contracts/events/public-event.ts';
import type { Feed, InboxRow } from '../../../src/shared/contracts/inbox.ts';
import type { Accepted } from '../../../src/shared/contracts/commands.ts';
import { ok } from '../../../src/shared/lib/result.ts';
import type { OpenAnswer } from '../../../src/shared/contracts/wire/staff-socket.ts';
import { CUSTOMER_NAMESPACE } from '../../../src/shared/contracts/wire/customer-socket.ts';
import { PROTOCOL_VERSION } from '../../../src/shared/lib/protocol.ts';
import { demoId } from '../../../src/backend/integrations/shop/demo/demo-id.ts';
import { startBackend, type BackendUnderTest } from './backend-under-test.ts';
import { frame, openDesk, openLine, openPage, Refused, say, type Line } from './line-under-test.ts';
import { hasPostgres } from './test-databases.ts';

const kinds = hasPostgres ? (['sqlite', 'postgres'] as const) : (['sqlite'] as const);

describe.each(kinds)('the live line on %s', (kind) => {
  let backend: BackendUnderTest;
  const lines: Line[] = [];
  const keep = (line: Line): Line => {
    lines.push(line);
    return line;
  };
  const desk = async (login: string): Promise<Line> => keep(await openDesk(backend.url, (await backend.signIn(login)).accessToken));
  const page = async () => {
    const visit = await backend.startVisit();
    return { ...visit, line: keep(await openPage(backend.url, visit.token)) };
  };
  beforeAll(async () => {
    backend = await startBackend({ kind, isRunning: kind === 'postgres' });
  });
  afterAll(async () => {
    for (const line of lines) line.close();
    await backend.stop();
  });

  it('carries what a customer says to the desk that looks, and the answer back', async () => {
    const { line: customer, conversationId } = await page();
    const agent = await desk('lin.zhiyao');
    expect(await customer.ask('command', say('hello'))).toMatchObject({ ok: true, value: { publicSeq: 2 } });
    const opened = await agent.ask<OpenAnswer>('open', { conversationId, afterSeq: null });
    expect(opened).toMatchObject({ ok: true, value: { kind: 'snapshot', state: { head: { last: { text: 'hello' } } } } });
    expect(await agent.ask('command', frame('message.post', conversationId, { text: 'mine?', attachments: [] }))).toMatchObject({ error: { code: 'NOT_OWNER' } });
    expect((await agent.ask('command', frame('conversation.take-over', conversationId, {}))).ok).toBe(true);
    expect((await agent.ask('command', frame('message.post', conversationId, { text: 'good day', attachments: [] }))).ok).toBe(true);
    await expect.poll(() => customer.heard<PublicEvent[]>('events').flat().map((event) => event.content).filter(Boolean)).toContainEqual({ text: 'good day', attachments: [], buttons: [] });
    const accepted = customer.heard<PublicEvent[]>('events').flat().find((event) => event.type === 'assignment.accepted');
    expect(accepted).toMatchObject({ actor: { kind: 'agent', name: 'Lin Zhiyao' }, payload: {} });
    await expect.poll(() => agent.heard<LogEvent[]>('events').flat().some((event) => event.type === 'message.posted' && event.actor.kind === 'agent')).toBe(true);
  });

  it('lets no note reach the customer, nor leave a hole', async () => {
    const { line: customer, conversationId } = await page();
    const agent = await desk('zhou.yu');
    await customer.ask('command', say('one'));
    await agent.ask('open', { conversationId, afterSeq: 0 });
    await agent.ask('command', frame('note.post', conversationId, { text: 'a secret' }));
    await customer.ask('command', say('two'));
    await expect.poll(() => customer.heard<PublicEvent[]>('events').flat().length).toBeGreaterThanOrEqual(3);
    const synced = await customer.ask<{ events: PublicEvent[] }>('sync', { afterPublicSeq: 0 });
    const events = synced.ok ? synced.value.events : [];
    expect(events.map((event) => event.publicSeq)).toEqual(events.map((_, index) => index + 1));
    expect(JSON.stringify([...customer.heard('events'), events])).not.toContain('secret');
    expect(Object.keys(events[0] ?? {}).toSorted()).toEqual(['actor', 'at', 'content', 'id', 'payload', 'publicSeq', 'type']);
    await expect.poll(() => JSON.stringify(agent.heard('events'))).toContain('a secret');
  });

  it('tells the copy of a refused command what the first was told, though it is possible by now', async () => {
    const { line: customer, conversationId } = await page();
    await customer.ask('command', say('hello'));
    const lead = await desk('he.wen');
    for (const act of [frame('conversation.take-over', conversationId, {}), frame('episode.resolve', conversationId, { disposition: 'solved', ticketVersion: 0 })]) {
      expect(await lead.ask('command', act)).toMatchObject({ ok: true });
    }
    const takeOver = frame('conversation.take-over', conversationId, {});
    const refused = { ok: false, error: { code: 'EPISODE_CLOSED' } };
    expect(await lead.ask('command', takeOver)).toMatchObject(refused);
    expect(await lead.ask('command', frame('episode.reopen', conversationId, {}))).toMatchObject({ ok: true });
    expect(await lead.ask('command', takeOver)).toMatchObject(refused);
    expect(await lead.ask('command', { ...takeOver, id: v7() })).not.toMatchObject(refused);
  });

  it('lets nobody knock all the time, and others in meanwhile', async () => {
    const { accessToken } = await backend.signIn('theo.marsh');
    const visit = await backend.startVisit();
    const knock = (open: () => Promise<Line>): Promise<string> => open().then((line) => (keep(line), 'in'), (problem: unknown) => (problem instanceof Refused ? problem.failure.code : String(problem)));
    const knocks = (open: () => Promise<Line>): Promise<string[]> => Promise.all(Array.from({ length: 60 }, () => knock(open)));
    for (const open of [() => openDesk(backend.url, accessToken), () => openPage(backend.url, visit.token)]) {
      const answers = await knocks(open);
      expect(new Set(answers)).toEqual(new Set(['in', 'RATE_LIMITED']));
    }
    await page();
    await desk('zhou.yu');
    backend.clock.ahead += 10_000;
    await expect(openDesk(backend.url, accessToken).then(keep)).resolves.toBeDefined();
  });

  it('shows a whisper to whom it is for, and its number to all others', async () => {
    const { line: customer, conversationId } = await page();
    await customer.ask('command', say('hello'));
    const [lead, named, other] = [await desk('he.wen'), await desk('guo.an'), await desk('he.sui')];
    for (const line of [named, other]) await line.ask('open', { conversationId, afterSeq: 0 });
    expect((await lead.ask('command', frame('whisper.post', conversationId, { text: 'be kind', to: [demoId('staff', 'guo.an')] }))).ok).toBe(true);
    await expect.poll(() => JSON.stringify(named.heard('events'))).toContain('be kind');
    await expect.poll(() => other.heard<LogEvent[]>('events').flat().find((event) => event.type === 'hidden')).toMatchObject({ payload: {}, content: null });
    expect(JSON.stringify(other.heard('events'))).not.toContain('be kind');
    const again = await other.ask<OpenAnswer>('open', { conversationId, afterSeq: null });
    expect(JSON.stringify(again)).not.toContain('be kind');
  });

  it('catches up after N without loss or hole, and answers a repeat as before', async () => {
    const { line: customer, conversationId } = await page();
    const agent = await desk('theo.marsh');
    for (const text of ['one', 'two', 'three']) await customer.ask('command', say(text));
    const answer = await agent.ask<OpenAnswer>('open', { conversationId, afterSeq: 2 });
    const events = answer.ok && answer.value.kind === 'events' ? answer.value.events : [];
    expect(events.map((event) => event.seq).slice(0, 2)).toEqual([3, 4]);
    const command = frame('note.post', conversationId, { text: 'once' });
    const first = await agent.ask<Accepted>('command', command);
    expect(await agent.ask('command', command)).toEqual(first);
    expect(await agent.ask('command', { ...command, payload: { text: 'twice' } })).toMatchObject({ error: { code: 'IDEMPOTENCY_MISMATCH' } });
  });

  it('writes down when a lead looks into what is not theirs, and not when an agent does', async () => {
    const { line: customer, conversationId } = await page();
    await customer.ask('command', say('hello'));
    const [lead, agent] = [await desk('he.wen'), await desk('guo.an')];
    for (const line of [lead, lead, agent]) await line.ask('open', { conversationId, afterSeq: null });
    const rows = await backend.app.services.database.work.read((db) => db.selectFrom('audit').select(['actor_id', 'detail_json']).where('what', '=', 'conversation-read').execute());
    const ofThis = rows.filter((row) => row.detail_json.includes(conversationId)).map((row) => row.actor_id);
    expect(ofThis).toEqual([demoId('staff', 'he.wen')]);
  });

  it('feeds rows: all that are open, then what changes', async () => {
    const { line: customer, conversationId } = await page();
    await customer.ask('command', say('in the list'));
    const agent = await desk('lena.ortiz');
    const rowOf = (rows: readonly InboxRow[]) => rows.find((row) => row.conversationId === conversationId);
    const all = await agent.ask<Feed>('feed', { afterPosition: null });
    expect(all.ok && rowOf(all.value.rows)).toMatchObject({ status: 'open', customer: { tier: 'member' } });
    await customer.ask('command', say('and again'));
    // Rows are states: by the time one goes out the bot may have answered, so newer is what counts.
    const seqBefore = all.ok ? (rowOf(all.value.rows)?.seq ?? 0) : 0;
    await expect.poll(() => agent.heard<Feed>('feed').flatMap((feed) => feed.rows).filter((row) => row.conversationId === conversationId).some((row) => row.seq > seqBefore)).toBe(true);
    const since = await agent.ask<Feed>('feed', { afterPosition: all.ok ? all.value.position : 0 });
    expect(since.ok && since.value.rows.map((row) => row.conversationId)).toContain(conversationId);
  });

  it('ends the older connection of an agent, and answers it no more', async () => {
    const { accessToken } = await backend.signIn('admin');
    const deviceId = v7();
    const older = keep(await openDesk(backend.url, accessToken, { deviceId, epoch: 1 }));
    const newer = keep(await openDesk(backend.url, accessToken, { deviceId, epoch: 2 }));
    await expect.poll(() => older.heard('ended')).toEqual([{ code: 'SESSION_FENCED' }]);
    await expect.poll(() => older.socket.connected).toBe(false);
    const overtaken = keep(await openDesk(backend.url, accessToken, { deviceId, epoch: 1 }));
    await expect.poll(() => overtaken.heard('ended')).toEqual([{ code: 'SESSION_FENCED' }]);
    expect((await newer.ask('feed', { afterPosition: null })).ok).toBe(true);
  });

  it('has nothing for a connection whose handshake came through when a newer one of its device had come and gone', async () => {
    const { accessToken } = await backend.signIn('admin');
    const deviceId = v7();
    const newer = keep(await openDesk(backend.url, accessToken, { deviceId, epoch: 2 }));
    const elsewhere = keep(await openDesk(backend.url, accessToken));
    await expect.poll(() => newer.heard('ended')).toEqual([{ code: 'SESSION_FENCED' }]);
    const late = keep(await openDesk(backend.url, accessToken, { deviceId, epoch: 1 }));
    await expect.poll(() => late.heard('ended')).toEqual([{ code: 'SESSION_FENCED' }]);
    expect((await elsewhere.ask('feed', { afterPosition: null })).ok).toBe(true);
    const back = keep(await openDesk(backend.url, accessToken, { deviceId, epoch: 3 }));
    expect((await back.ask('feed', { afterPosition: null })).ok).toBe(true);
  });

  it('closes what lives by a session that is revoked, and refuses it everywhere', async () => {
    const { accessToken } = await backend.signIn('ava.stone');
    const line = keep(await openDesk(backend.url, accessToken));
    expect((await backend.post('/api/auth/sign-out', {}, accessToken)).status).toBe(200);
    await expect.poll(() => line.heard('ended')).toEqual([{ code: 'SESSION_REVOKED' }]);
    await expect.poll(() => line.socket.connected).toBe(false);
    await expect(openDesk(backend.url, accessToken)).rejects.toMatchObject({ failure: { code: 'SESSION_REVOKED' } });
    expect(await (await backend.get('/api/people', accessToken)).json()).toEqual({ code: 'SESSION_REVOKED' });
  });

  it('refuses strangers at the door', async () => {
    const { token } = await backend.startVisit();
    const { accessToken } = await backend.signIn('admin');
    const { accessToken: trainer } = await backend.signIn('ye.zhiqiu');
    const handshake = { protocol: PROTOCOL_VERSION, token: accessToken, deviceId: v7(), epoch: 1 };
    const failing = (auth: object, namespace = '/') => openLine({ url: backend.url, namespace }, auth);
    await expect(failing({ ...handshake, protocol: 99, more: 1 })).rejects.toMatchObject({ failure: { code: 'PROTOCOL_MISMATCH' } });
    await expect(failing({ ...handshake, token: 'nonsense' })).rejects.toMatchObject({ failure: { code: 'UNAUTHENTICATED' } });
    await expect(failing({ ...handshake, token })).rejects.toMatchObject({ failure: { code: 'UNAUTHENTICATED' } });
    await expect(failing({ ...handshake, token: trainer })).rejects.toMatchObject({ failure: { code: 'FORBIDDEN' } });
    await expect(failing({ ...handshake, more: 1 })).rejects.toMatchObject({ failure: { code: 'BAD_INPUT' } });
    await expect(failing({ protocol: PROTOCOL_VERSION, token: accessToken }, CUSTOMER_NAMESPACE)).rejects.toMatchObject({ failure: { code: 'UNAUTHENTICATED' } });
    await expect(openLine({ url: backend.url, headers: { origin: 'https://evil.example' } }, handshake)).rejects.toThrow('websocket error');
    keep(await openLine({ url: backend.url, headers: { origin: 'https://shop.example' } }, { protocol: PROTOCOL_VERSION, token: accessToken, deviceId: v7(), epoch: 1 }));
  });

  it('answers everything once: unknown names, malformed frames, other shops', async () => {
    const agent = await desk('lin.zhiyao');
    expect(await agent.ask('dance', {})).toEqual({ ok: false, error: { code: 'UNKNOWN_COMMAND' } });
    expect(await agent.ask('constructor', {})).toEqual({ ok: false, error: { code: 'UNKNOWN_COMMAND' } });
    expect(await agent.ask('open', { conversationId: 'x' })).toMatchObject({ error: { code: 'BAD_INPUT' } });
    expect(await agent.ask('open', { conversationId: v7(), afterSeq: null })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await agent.ask('command', frame('message.dance', v7(), {}))).toMatchObject({ error: { code: 'UNKNOWN_COMMAND' } });
    expect(await agent.ask('command', frame('note.post', v7(), { text: 'x', more: 1 }))).toMatchObject({ error: { code: 'BAD_INPUT' } });
    expect(await agent.ask('command', frame('note.post', v7(), { text: 'x' }))).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await agent.ask('command', frame('action.decide', v7(), { actionId: v7(), verdict: 'approved', reason: '' }))).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });

  it('takes a pressed button only from under the message that has it, and no longer than one can be', async () => {
    const { line: customer, conversationId, customerId } = await page();
    const other = await page();
    await customer.ask('command', say('hello'));
    const offer = async (to: string): Promise<string> => {
      const messageId = v7();
      const content = { text: 'Which one?', attachments: [], buttons: [{ id: 'intent:track-order', label: 'My parcel' }] };
      const decide = () => ok({ events: [{ type: 'message.posted' as const, id: messageId, payload: { language: 'en' as const }, content }] });
      const answer = await backend.app.services.append({ conversationId: to, actor: { kind: 'bot', id: 'bot' }, key: messageId, fingerprint: 'turn', act: 'free', seenSeq: null, decide });
      expect(answer.ok).toBe(true);
      return messageId;
    };
    const press = (messageId: string, buttonId: string) => {
      const { id, type, payload } = say('My parcel');
      return customer.ask('command', { id, type, payload: { ...payload, choice: { messageId, buttonId } } });
    };
    await other.line.ask('command', say('hello'));
    const [offered, elsewhere] = [await offer(conversationId), await offer(other.conversationId)];
    const notThere = { ok: false, error: { code: 'NOT_FOUND', details: { field: 'choice' } } };
    expect(await press(v7(), 'intent:track-order')).toEqual(notThere);
    expect(await press(elsewhere, 'intent:track-order')).toEqual(notThere);
    expect(await press(offered, 'intent:constructor')).toEqual(notThere);
    expect(await press(offered, 'x'.repeat(101))).toEqual({ ok: false, error: { code: 'BAD_INPUT', details: { path: 'choice.buttonId' } } });
    expect(await press(offered, 'intent:track-order')).toMatchObject({ ok: true });
    const said = (await backend.app.services.reader.eventsAfter(conversationId, 0, 100)).filter(({ actor }) => actor.id === customerId);
    expect(said.map(({ payload }) => payload['choice'])).toEqual([undefined, { messageId: offered, buttonId: 'intent:track-order' }]);
  });

  it('slows down who asks too much', async () => {
    const agent = await desk('lena.ortiz');
    const answers = await Promise.all(Array.from({ length: 150 }, () => agent.ask('typing', { conversationId: v7(), typing: true })));
    expect(answers.some((answer) => !answer.ok && answer.error.code === 'RATE_LIMITED')).toBe(true);
  });
});
