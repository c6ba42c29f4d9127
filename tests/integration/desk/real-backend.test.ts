import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TRAY_ICON_ADDRESS } from '../../../src/main/app/tray-icon.ts';
import { createDemoBackend } from '../../../src/browser-host/demo-backend.ts';
import { systemClock } from '../../../src/main/ports/system-clock.ts';
import { systemRandom } from '../../../src/main/ports/system-random.ts';
import { createNewId, type Desk, type Workspace } from '../../../src/main/sessions/index.ts';
import { CUSTOMER_NAMESPACE } from '../../../src/shared/contracts/wire/customer-socket.ts';
import { SOCKET_PATH } from '../../../src/shared/contracts/wire/staff-socket.ts';
import { PROTOCOL_VERSION } from '../../../src/shared/lib/protocol.ts';
import { createMachine, isLive, workspaceOf } from './desk-under-test.ts';
import { until } from './until.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const newId = createNewId(systemClock, systemRandom);

/** The whole demo backend as hosts start it: a process of its own, over its own database. */
const backend = createDemoBackend({ dataFolder: mkdtempSync(join(tmpdir(), 'baton-backend-')), environment: { ...process.env, BATON_LOG: 'error' }, clock: systemClock, random: systemRandom, log });
let url: string;
const closing: (() => void)[] = [];

beforeAll(async () => {
  const located = await backend.locate();
  if (!located.ok) throw new Error(located.error.code);
  url = located.value;
});
afterEach(() => closing.splice(0).forEach((close) => close()));
afterAll(() => backend.stop());

async function signInDemo(login: string): Promise<{ desk: Desk; workspace: Workspace }> {
  const desk = createMachine({ clock: { ...systemClock, advance: () => undefined, jump: () => undefined }, demo: backend }).start();
  closing.push(() => desk.close());
  const answer = await desk.signInDemo({ login });
  if (!answer.ok) throw new Error(answer.error.code);
  await isLive(workspaceOf(desk));
  return { desk, workspace: workspaceOf(desk) };
}

/** A customer on the chat page. */
async function arrive() {
  const secret = Buffer.from(systemRandom.bytes(32)).toString('base64url');
  const response = await fetch(`${url}/api/visitor/start`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ shop: 'shanlan', secret, language: 'en', identity: null }),
  });
  const session = (await response.json()) as { token: string; conversationId: string };
  const socket: Socket = io(url + CUSTOMER_NAMESPACE, { path: SOCKET_PATH, transports: ['websocket'], auth: { protocol: PROTOCOL_VERSION, token: session.token }, forceNew: true });
  closing.push(() => socket.disconnect());
  await new Promise((resolve) => socket.on('connect', () => resolve(null)));
  const say = (text: string): Promise<unknown> => socket.emitWithAck('command', { id: newId(), type: 'message.post', payload: { text, attachments: [] } });
  return { ...session, socket, say };
}

const textsOf = (workspace: Workspace, conversationId: string) => workspace.sessions.find(conversationId)?.state?.window.items.flatMap((item) => (item.kind === 'message' ? (item.text ?? []) : [])) ?? [];

describe('a desk on the real backend', () => {
  it('signs in, sees a customer who writes, takes over and answers; the customer hears it', async () => {
    const customer = await arrive();
    const { workspace } = await signInDemo('lin.zhiyao');
    expect(await customer.say('hello, is anybody there?')).toMatchObject({ ok: true });
    await until(workspace.feed.news.on, () => workspace.feed.state.rows.has(customer.conversationId));
    const { session } = workspace.sessions.hold(customer.conversationId, { isLooking: () => true });
    await until(session.news.on, () => textsOf(workspace, customer.conversationId).includes('hello, is anybody there?'));
    const act = (type: string, payload: object) => workspace.act({ id: newId(), type, conversationId: customer.conversationId, seenSeq: session.seq, payload });
    expect(act('conversation.take-over', {})).toMatchObject({ ok: true });
    await until(session.news.on, () => session.state?.head.holder.kind === 'agent');
    const heard = new Promise((resolve) => customer.socket.on('events', (events: { content: { text?: string } | null }[]) => events.some(({ content }) => content?.text === 'Here I am.') && resolve(null)));
    expect(act('message.post', { text: 'Here I am.', attachments: [] })).toMatchObject({ ok: true });
    await heard;
    await until(workspace.outbox.changed.on, () => workspace.outbox.unsent() === 0);
    expect(textsOf(workspace, customer.conversationId).at(-1)).toBe('Here I am.');
    const read = await workspace.api.ask(['conversations', 'get'], { conversationId: customer.conversationId });
    expect(read).toMatchObject({ ok: true, value: { head: { conversationId: customer.conversationId } } });
  });

  it('knows its presence and can change it', async () => {
    const { desk, workspace } = await signInDemo('zhou.yu');
    await until(desk.changed.on, () => desk.state.presence !== null);
    expect(await workspace.presence.set({ state: 'break', reason: 'tea' })).toMatchObject({ ok: true, value: { state: 'break', reason: 'tea' } });
    expect(desk.state.presence).toMatchObject({ state: 'break' });
  });

  it('is fenced by a newer desk of the same agent', async () => {
    const first = await signInDemo('guo.an');
    await signInDemo('guo.an');
    await until(first.workspace.connection.changed.on, () => first.workspace.connection.current.state === 'refused');
    expect(first.workspace.connection.current.failure).toMatchObject({ code: 'SESSION_FENCED' });
  });

  it('keeps a file and gets it back', async () => {
    const { workspace } = await signInDemo('he.sui');
    const bytes = new Uint8Array(Buffer.from(TRAY_ICON_ADDRESS.split(',')[1] ?? '', 'base64'));
    const stored = await workspace.api.upload({ name: 'icon.png', mediaType: 'image/png', bytes });
    if (!stored.ok) throw new Error(stored.error.code);
    const back = await workspace.api.download(stored.value.blobId);
    if (!back.ok) throw new Error(back.error.code);
    // Pictures are made anew by the store, so what names the file is what came of it.
    expect(createHash('sha256').update(back.value.bytes).digest('hex')).toBe(stored.value.blobId);
    expect(back.value.mediaType).toMatch(/^image\//);
  });

  it('refuses wrong words and an unknown server', async () => {
    const desk = createMachine({ demo: backend }).start();
    expect(await desk.signIn({ server: url, login: 'lin.zhiyao', password: 'wrong', keep: false })).toMatchObject({ error: { code: 'BAD_CREDENTIALS' } });
    expect(await desk.probe(url)).toMatchObject({ ok: true, value: { protocol: PROTOCOL_VERSION } });
    expect(await desk.probe('127.0.0.1:9')).toMatchObject({ error: { code: 'OFFLINE' } });
  });
});
