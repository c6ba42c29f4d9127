import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server as SocketServer, type Socket } from 'socket.io';
import type { Actor } from '../../../src/shared/contracts/basics.ts';
import type { StaffCommand } from '../../../src/shared/contracts/commands.ts';
import type { ConversationState } from '../../../src/shared/contracts/conversation-state.ts';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import type { Feed, InboxRow } from '../../../src/shared/contracts/inbox.ts';
import type { Account } from '../../../src/shared/contracts/people.ts';
import { SOCKET_PATH } from '../../../src/shared/contracts/wire/staff-socket.ts';
import { presentInboxRow } from '../../../src/shared/domain/present-inbox-row.ts';
import { initialConversation } from '../../../src/shared/domain/reducers/initial-head.ts';
import { foldConversation } from '../../../src/shared/domain/reducers/reduce-conversation.ts';
import { createSignal } from '../../../src/main/sessions/signal.ts';

type Ack = (answer: unknown) => void;

const SHOP = '01900000-0000-7000-8000-00000000000f';
const CUSTOMER = '01900000-0000-7000-8000-0000000000c0';
let counter = 0;

/** Another valid identifier at every call. */
export function testId(): string {
  counter += 1;
  return `01900000-0000-7000-8000-${counter.toString(16).padStart(12, '0')}`;
}

export const ACCOUNT: Account = {
  id: '01900000-0000-7000-8000-0000000000a1',
  login: 'lin', name: { zh: '林', en: 'Lin' }, role: 'agent', skills: [], capacity: 8, languages: ['zh'], shopIds: [SHOP],
  moneyLimit: { amount: 50_000, currency: 'CNY' },
};
export const ME: Actor = { kind: 'agent', id: ACCOUNT.id };
export const THE_CUSTOMER: Actor = { kind: 'customer', id: CUSTOMER };

type NewEvent = { readonly type: string; readonly payload: LogEvent['payload']; readonly content?: unknown; readonly actor: Actor; readonly id?: string };

/** How a command is answered: the log's own way; done, but the answer lost (`mute`); not heard at all; or by a failure. */
export type CommandScript = (command: StaffCommand) => 'accept' | 'mute' | 'silent' | { readonly code: string; readonly details?: unknown };

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

/**
 * A far end whose every word a test decides, over a real HTTP and Socket.IO server: it keeps logs, folds them with the shared
 * reducers, and speaks the contract of the wire.
 */
export async function startFarEnd() {
  const logs = new Map<string, LogEvent[]>();
  const subscribers = new Map<string, Set<Socket>>();
  const sockets = new Set<Socket>();
  const commands: StaffCommand[] = [];
  const handshakes: { epoch: number; deviceId: string; token: string }[] = [];
  const happened = createSignal<string>();
  let script: CommandScript = () => 'accept';
  let refuseConnection: object | null = null;
  let position = 0;
  let refreshes = 0;
  let refreshAnswer: { status: number; body: unknown } | null = null;
  const asked: string[] = [];
  const heldBack = new Map<string, Promise<void>>();
  /** Positions of the newest event per conversation. */
  const newest = new Map<string, number>();

  const logOf = (conversationId: string): LogEvent[] => logs.get(conversationId) ?? [];
  const stateOf = (conversationId: string): ConversationState =>
    foldConversation(initialConversation({ conversationId, shopId: SHOP, customerId: CUSTOMER, language: 'zh' }), logOf(conversationId)).state;
  const rowOf = (conversationId: string): InboxRow =>
    presentInboxRow(stateOf(conversationId).head, { position: newest.get(conversationId) ?? 0, channel: 'web', customer: { id: CUSTOMER, name: 'Mira', tier: 'gold' } });
  const feedAfter = (after: number): Feed => ({ position, rows: [...logs.keys()].filter((id) => (newest.get(id) ?? 0) > after).map(rowOf) });

  function write(conversationId: string, event: NewEvent): LogEvent {
    const log = logOf(conversationId);
    position += 1;
    const written: LogEvent = {
      id: event.id ?? testId(), shopId: SHOP, conversationId, episode: 1, seq: log.length + 1, publicSeq: null, position, at: 1_750_000_000_000 + position * 1000,
      actor: event.actor, causationId: null, schemaVersion: 1, type: event.type, payload: event.payload,
      contentId: event.content === undefined ? null : testId(), content: event.content ?? null,
    };
    logs.set(conversationId, [...log, written]);
    newest.set(conversationId, position);
    return written;
  }

  /** Writes and tells everybody; `quietly`: nobody hears of it. */
  function append(conversationId: string, event: NewEvent, { quietly = false } = {}): LogEvent {
    const written = write(conversationId, event);
    if (quietly) return written;
    for (const socket of subscribers.get(conversationId) ?? []) socket.emit('events', [written]);
    for (const socket of sockets) socket.emit('feed', { position, rows: [rowOf(conversationId)] });
    return written;
  }

  function say(conversationId: string, text: string, options: { actor?: Actor; id?: string; quietly?: boolean } = {}): LogEvent {
    const { actor = THE_CUSTOMER, id, quietly = false } = options;
    return append(conversationId, { type: 'message.posted', payload: { language: 'zh' }, content: { text, attachments: [], buttons: [] }, actor, ...(id ? { id } : {}) }, { quietly });
  }

  /** A conversation that `owner` holds, with one word of its customer. */
  function begin(owner: Actor = ME): string {
    const conversationId = testId();
    append(conversationId, { type: 'episode.opened', payload: { episode: 1, mode: 'bot', language: 'zh' }, actor: THE_CUSTOMER });
    append(conversationId, { type: 'assignment.accepted', payload: { agentId: owner.id, how: 'dispatched', reasons: [], ruleVersion: '1' }, actor: owner });
    say(conversationId, 'hello');
    return conversationId;
  }

  const answered = new Map<string, unknown>();
  function execute(command: StaffCommand): unknown {
    const known = answered.get(command.id);
    if (known !== undefined) return known;
    const { text } = command.payload as { text?: string };
    const event = text === undefined
      ? append(command.conversationId, { type: 'read.advanced', payload: { by: 'staff', upToSeq: command.seenSeq, upToPublicSeq: 0 }, actor: ME })
      : say(command.conversationId, text, { actor: ME, id: command.id });
    const answer = { ok: true, value: { seq: event.seq, position, at: event.at } };
    answered.set(command.id, answer);
    return answer;
  }

  function handleCommand(command: StaffCommand, ack: Ack): void {
    commands.push(command);
    const verdict = script(command);
    happened.emit('command');
    if (verdict === 'mute') execute(command);
    if (verdict === 'mute' || verdict === 'silent') return;
    ack(verdict === 'accept' ? execute(command) : { ok: false, error: verdict });
  }

  function handleOpen(socket: Socket, { conversationId, afterSeq }: { conversationId: string; afterSeq: number | null }, ack: Ack): void {
    subscribers.set(conversationId, (subscribers.get(conversationId) ?? new Set()).add(socket));
    const log = logOf(conversationId);
    if (log.length === 0) ack({ ok: false, error: { code: 'NOT_FOUND' } });
    else if (afterSeq === null || afterSeq > log.length) ack({ ok: true, value: { kind: 'snapshot', state: stateOf(conversationId) } });
    else ack({ ok: true, value: { kind: 'events', events: log.slice(afterSeq, afterSeq + 3), more: log.length > afterSeq + 3 } });
    happened.emit('open');
  }

  const tokens = () => ({ accessToken: `access-${refreshes}`, refreshToken: `refresh-${refreshes}`, expiresIn: 900 });
  async function answerHttp(path: string): Promise<{ status: number; body: unknown }> {
    if (path === '/api/handshake') return { status: 200, body: { name: 'Far end', version: '1.2.3', protocol: 1, demo: false } };
    if (path === '/api/auth/sign-in') return { status: 200, body: { ...tokens(), account: ACCOUNT } };
    if (path === '/api/people') return { status: 200, body: { staff: [], queues: [], presence: [{ agentId: ACCOUNT.id, state: 'accepting', reason: null, connected: true, load: 0, since: 1 }] } };
    if (path === '/api/auth/sign-out') return { status: 200, body: { done: true } };
    if (path !== '/api/auth/refresh') return { status: 404, body: { code: 'NOT_FOUND' } };
    refreshes += 1;
    return refreshAnswer ?? { status: 200, body: { ...tokens(), account: ACCOUNT } };
  }

  async function handleHttp(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await bodyOf(request);
    const path = new URL(request.url ?? '/', 'http://far').pathname;
    asked.push(path);
    happened.emit('http');
    await heldBack.get(path);
    const { status, body } = await answerHttp(path);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  const http: Server = createServer((request, response) => {
    void handleHttp(request, response);
  });
  const io = new SocketServer(http, { path: SOCKET_PATH, transports: ['websocket'] });
  io.use((socket, next) => {
    handshakes.push(socket.handshake.auth as (typeof handshakes)[number]);
    if (refuseConnection) next(Object.assign(new Error('refused'), { data: refuseConnection }));
    else next();
  });
  io.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('disconnect', () => {
      sockets.delete(socket);
      for (const set of subscribers.values()) set.delete(socket);
    });
    socket.on('command', handleCommand);
    socket.on('open', (request: { conversationId: string; afterSeq: number | null }, ack: Ack) => handleOpen(socket, request, ack));
    socket.on('feed', ({ afterPosition }: { afterPosition: number | null }, ack: Ack) => ack({ ok: true, value: feedAfter(afterPosition ?? 0) }));
    socket.on('presence', (wish: object, ack: Ack) => ack({ ok: true, value: { agentId: ACCOUNT.id, connected: true, load: 0, since: 2, ...wish } }));
    socket.on('close', (_request: object, ack: Ack) => ack({ ok: true, value: null }));
    happened.emit('connection');
  });
  const listen = (port: number) => new Promise<number>((resolve) => http.listen(port, '127.0.0.1', () => resolve((http.address() as AddressInfo).port)));
  const port = await listen(0);

  return {
    url: `http://127.0.0.1:${port}`,
    commands,
    handshakes,
    happened,
    append,
    say,
    begin,
    stateOf,
    script: (next: CommandScript) => {
      script = next;
    },
    refuseConnections: (failure: object | null) => {
      refuseConnection = failure;
    },
    answerRefresh: (answer: { status: number; body: unknown }) => {
      refreshAnswer = answer;
    },
    refreshCount: () => refreshes,
    /** Paths of HTTP as they were asked for. */
    asked,
    /** Answers to a path wait until the undo is called. */
    holdBack: (path: string) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      heldBack.set(path, promise);
      return () => {
        heldBack.delete(path);
        resolve();
      };
    },
    connections: () => sockets.size,
    tell: (name: string, body: unknown) => sockets.forEach((socket) => socket.emit(name, body)),
    beat: () => {
      for (const socket of sockets) {
        const heads = Object.fromEntries([...subscribers].filter(([, set]) => set.has(socket)).map(([id]) => [id, logOf(id).length]));
        socket.emit('heartbeat', { position, heads, at: 1 });
      }
    },
    cut: () => sockets.forEach((socket) => socket.disconnect(true)),
    close: async () => {
      http.closeAllConnections();
      await io.close();
    },
  };
}

export type FarEnd = Awaited<ReturnType<typeof startFarEnd>>;
