// @vitest-environment node
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CustomerCommand } from '../../shared/contracts/commands.ts';
import type { ErrorCode } from '../../shared/contracts/errors.ts';
import type { PublicEvent } from '../../shared/contracts/events/public-event.ts';
import { CUSTOMER_NAMESPACE } from '../../shared/contracts/wire/customer-socket.ts';
import { SOCKET_PATH } from '../../shared/contracts/wire/staff-socket.ts';
import { createChat } from './chat.ts';
import { createManualMachine } from './manual-machine.ts';
import { createScriptedHttp } from './scripted-http.ts';
import { createSocketIo } from './socket.ts';
import { createStore } from './store.ts';
import { until as untilChange } from './until.ts';
import { createVisitorApi } from './visitor-api.ts';

type NewEvent = Partial<PublicEvent> & Pick<PublicEvent, 'type'>;
type Ack = (answer: unknown) => void;
/** `lose`: done, and the line broke before the answer; `silent`: not even heard. */
type Verdict = 'accept' | 'lose' | 'silent' | { readonly refuse: ErrorCode };

/** A far end whose every word a test decides, over a real Socket.IO server: it keeps a public log and nothing else. */
function startFarEnd() {
  const log: PublicEvent[] = [];
  const commands: CustomerCommand[] = [];
  /** Numbers that the page asked after. */
  const asked: number[] = [];
  const news = createStore(0);
  const io = new Server(0, { path: SOCKET_PATH, serveClient: false });
  const customers = io.of(CUSTOMER_NAMESPACE);
  const accepts: (command: CustomerCommand) => Verdict = () => 'accept';
  const far = { script: accepts, refusesLine: null as ErrorCode | null, isMuted: false };
  const tick = () => news.update((count) => count + 1);

  function append(event: NewEvent): PublicEvent {
    const publicSeq = log.length + 1;
    const made: PublicEvent = { id: `e${publicSeq}`, at: publicSeq, actor: { kind: 'bot', name: null }, payload: {}, content: null, ...event, publicSeq };
    log.push(made);
    if (!far.isMuted) customers.emit('events', [made]);
    return made;
  }
  const say = (text: string, id = `e${log.length + 1}`, kind: PublicEvent['actor']['kind'] = 'bot') => append({ type: 'message.posted', id, actor: { kind, name: null }, content: { text, attachments: [], buttons: [] } });
  const accept = (command: CustomerCommand): PublicEvent => log.find(({ id }) => id === command.id) ??
    (command.type === 'message.post' ? say(command.payload.text, command.id, 'customer') : append({ type: 'read.advanced', id: command.id, payload: { by: 'customer', ...command.payload } }));

  function answer(socket: Socket, command: CustomerCommand, ack: Ack): void {
    commands.push(command);
    const verdict = far.script(command);
    if (typeof verdict === 'object') ack({ ok: false, error: { code: verdict.refuse } });
    if (verdict === 'accept') ack({ ok: true, value: { publicSeq: accept(command).publicSeq, at: 0 } });
    if (verdict === 'lose') {
      far.isMuted = true;
      accept(command);
      socket.disconnect(true);
      far.isMuted = false;
    }
    tick();
  }

  customers.use((_, next) => next(far.refusesLine ? Object.assign(new Error('refused'), { data: { code: far.refusesLine } }) : undefined));
  customers.on('connection', (socket) => {
    socket.on('command', (command: CustomerCommand, ack: Ack) => answer(socket, command, ack));
    socket.on('sync', ({ afterPublicSeq: after }: { afterPublicSeq: number }, ack: Ack) => {
      asked.push(after);
      ack({ ok: true, value: { events: log.slice(after), more: false } });
      tick();
    });
    tick();
  });

  const url = `http://127.0.0.1:${(io.httpServer.address() as AddressInfo).port}`;
  return Object.assign(far, { log, commands, asked, news, append, say, url, emit: customers.emit.bind(customers), cut: () => customers.disconnectSockets(true), close: () => io.close() });
}

let far: ReturnType<typeof startFarEnd>;
let server: ReturnType<typeof createScriptedHttp>;
let machine: ReturnType<typeof createManualMachine>;
const open: { stop: () => void }[] = [];

beforeEach(() => {
  far = startFarEnd();
  server = createScriptedHttp();
  machine = createManualMachine();
});
afterEach(async () => {
  open.splice(0).forEach((chat) => chat.stop());
  await far.close();
});

function start({ as = null }: { as?: string | null } = {}) {
  const chat = createChat({
    who: { shop: 'shanlan', language: 'zh', secret: 's', as },
    api: createVisitorApi(far.url, { http: server.http, clock: machine.clock }),
    openSocket: createSocketIo(far.url),
    shelf: machine.shelf,
    clock: machine.clock,
    random: { fraction: () => 0, bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
    show: () => 'blob:picture',
  });
  chat.start();
  open.push(chat);
  return chat;
}
type ChatUnderTest = ReturnType<typeof start>;

const until = (chat: ChatUnderTest, check: () => boolean) => untilChange([chat.thread, chat.outgoing, chat.line, chat.isOtherTyping, far.news], check);
const isOpen = (chat: ChatUnderTest) => until(chat, () => chat.line.get().kind === 'open');
const texts = (chat: ChatUnderTest) => chat.thread.get().items.flatMap((item) => (item.kind === 'message' ? (item.content?.text ?? []) : []));
const settled = (chat: ChatUnderTest, count: number) => until(chat, () => texts(chat).length === count && chat.outgoing.get().length === 0);

/** After a cut: waits for the page to notice, then lets its pause pass. */
async function reconnected(chat: ChatUnderTest): Promise<void> {
  await until(chat, () => chat.line.get().kind === 'offline');
  machine.advance(15_000);
  await isOpen(chat);
}

describe('what comes down', () => {
  it('shows what was said before and what is said now', async () => {
    for (const text of ['one', 'two', 'three']) far.say(text);
    const chat = start();
    await settled(chat, 3);
    far.say('four');
    await settled(chat, 4);
    expect(texts(chat)).toEqual(['one', 'two', 'three', 'four']);
  });

  it('learns of the last event by the heartbeat', async () => {
    const chat = start();
    await isOpen(chat);
    far.isMuted = true;
    far.say('unheard');
    far.emit('heartbeat', { publicSeq: 1, at: 0 });
    await settled(chat, 1);
    expect(chat.line.get().kind).toBe('open');
  });

  it('is confirmed: a question after the last number says that all before it has arrived', async () => {
    const chat = start();
    far.say('one');
    await settled(chat, 1);
    await until(chat, () => far.asked.length === 1);
    machine.advance(500);
    await until(chat, () => far.asked.length === 2);
    expect(far.asked).toEqual([0, 1]);
  });

  it('catches up after a cut', async () => {
    const chat = start();
    await isOpen(chat);
    far.cut();
    far.isMuted = true;
    far.say('while away');
    await reconnected(chat);
    await settled(chat, 1);
    expect(texts(chat)).toEqual(['while away']);
  });

  it('takes a line that says nothing for no line', async () => {
    const chat = start();
    await isOpen(chat);
    machine.advance(10_000);
    expect(chat.line.get().kind).toBe('offline');
  });
});

describe('what goes up', () => {
  it('is in the log once, in order, when answers get lost', async () => {
    const chat = start();
    await isOpen(chat);
    far.script = () => 'lose';
    chat.say('one');
    chat.say('two');
    await until(chat, () => far.commands.length === 1);
    far.script = () => 'accept';
    await reconnected(chat);
    await settled(chat, 2);
    expect(texts(chat)).toEqual(['one', 'two']);
    expect(far.log.map(({ id }) => id)).toEqual([...new Set(far.commands.map(({ id }) => id))]);
  });

  it('goes again with the same id when nobody answers', async () => {
    const chat = start();
    await isOpen(chat);
    far.script = () => 'silent';
    chat.say('anybody?');
    await until(chat, () => far.commands.length === 1);
    far.script = () => 'accept';
    machine.advance(15_000);
    await until(chat, () => chat.outgoing.get()[0]?.state.kind === 'queued');
    await reconnected(chat);
    await settled(chat, 1);
    expect(new Set(far.commands.map(({ id }) => id)).size).toBe(1);
  });

  it('survives the page: written without a line, sent by the next page', async () => {
    far.refusesLine = 'UNAVAILABLE';
    const before = start();
    await until(before, () => before.line.get().kind === 'offline');
    const posted = before.say('kept');
    before.stop();
    far.refusesLine = null;
    await settled(start(), 1);
    expect(far.commands.map(({ id }) => id)).toEqual([posted.ok && posted.value.id]);
    expect(machine.shelf.names('out.')).toEqual([]);
  });

  it('shows a refusal with its code and keeps the text; later ones pass, and it can go again under its id', async () => {
    const chat = start();
    await isOpen(chat);
    far.script = (command) => (command.type === 'message.post' && command.payload.text === 'bad' ? { refuse: 'BAD_INPUT' } : 'accept');
    chat.say('bad');
    chat.say('good');
    await until(chat, () => texts(chat).length === 1);
    expect(chat.outgoing.get()).toMatchObject([{ payload: { text: 'bad' }, state: { kind: 'refused', code: 'BAD_INPUT' } }]);
    far.script = () => 'accept';
    chat.retry(chat.outgoing.get()[0]?.id ?? '');
    await settled(chat, 2);
    expect(far.commands[0]?.id).toBe(far.commands.at(-1)?.id);
  });

  it('waits out a passing trouble without a word', async () => {
    const chat = start();
    await isOpen(chat);
    far.script = () => ({ refuse: 'RATE_LIMITED' });
    chat.say('patience');
    await until(chat, () => far.commands.length === 1 && chat.outgoing.get()[0]?.state.kind === 'queued');
    far.script = () => 'accept';
    machine.advance(100);
    await settled(chat, 1);
    expect(far.commands).toHaveLength(2);
  });

  it('refuses what is over the limit before it is queued', async () => {
    const chat = start();
    expect(chat.say('字'.repeat(20_001))).toMatchObject({ ok: false, error: { code: 'TOO_LARGE' } });
    expect(chat.outgoing.get()).toEqual([]);
  });

  it('carries a pressed button and a picture', async () => {
    const chat = start();
    await isOpen(chat);
    chat.choose('m1', { id: 'order:1', label: 'First' });
    chat.sendPicture(new File(['png'], 'cup.png', { type: 'image/png' }));
    await until(chat, () => far.commands.length === 2);
    expect(far.commands.map(({ payload }) => payload)).toMatchObject([{ text: 'First', choice: { messageId: 'm1', buttonId: 'order:1' } }, { text: '', attachments: [{ name: 'cup.png' }] }]);
  });

  it('marks what was read, never its own marks', async () => {
    const chat = start();
    far.say('read me');
    await settled(chat, 1);
    chat.markRead();
    await until(chat, () => chat.thread.get().ownReadUpTo === 1);
    chat.markRead();
    expect(far.commands).toMatchObject([{ type: 'read.advance', payload: { upToPublicSeq: 1 } }]);
  });
});

describe('the visit', () => {
  it('brings the identity that the demo shop signed', async () => {
    await isOpen(start({ as: 'chen-xiaoman' }));
    expect(server.visits).toMatchObject([{ secret: 's', identity: 'signed chen-xiaoman' }]);
  });

  it('begins anew when the token is over', async () => {
    far.refusesLine = 'TOKEN_EXPIRED';
    const chat = start();
    await until(chat, () => chat.line.get().kind === 'offline');
    far.refusesLine = null;
    await reconnected(chat);
    expect(server.visits).toHaveLength(2);
  });

  it('stops and says why when there is no such shop', async () => {
    server.script.refusesVisits = 'NOT_FOUND';
    const chat = start();
    await until(chat, () => chat.line.get().kind === 'refused');
    expect(chat.line.get()).toEqual({ kind: 'refused', failure: { code: 'NOT_FOUND' } });
  });
});
