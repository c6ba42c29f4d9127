import { readFileSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { Server, type Socket } from 'socket.io';
import { io, type Socket as PageSocket } from 'socket.io-client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BRIDGE_CHANNELS, type Bridge, type BridgeRequest } from '../shared/contracts/bridge/channels.ts';

const SCRIPT = readFileSync(join(import.meta.dirname, 'page/bridge.js'), 'utf8');
const HERE = '01890000-0000-7000-8000-000000000001';
const ACT = { id: '01890000-0000-7000-8000-000000000002', type: 'message.post', conversationId: HERE, seenSeq: 0, payload: { text: 'once' } } as const;

type Hear = (request: BridgeRequest, answer: (answer: unknown) => void, socket: Socket) => void;

let http: HttpServer;
let host: Server;
let heard: BridgeRequest[];
let hear: Hear;
const sockets: PageSocket[] = [];

beforeEach(async () => {
  heard = [];
  hear = (_request, answer) => answer({ ok: true });
  http = createServer();
  host = new Server(http, { path: '/bridge', transports: ['websocket'], serveClient: false });
  host.on('connection', (socket) => {
    socket.on(BRIDGE_CHANNELS.ask, (request: BridgeRequest, answer: (answer: unknown) => void) => {
      heard.push(request);
      hear(request, answer, socket);
    });
  });
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  sockets.splice(0).forEach((socket) => socket.disconnect());
  await host.close();
});

/** The page's own script, as a browser runs it, against a host that answers as the test says. */
function openPage(): { bridge: Bridge; socket: PageSocket } {
  const { port } = http.address() as AddressInfo;
  const open = (options: object): PageSocket => {
    const socket = io(`http://127.0.0.1:${port}`, { ...options, forceNew: true, reconnectionDelay: 1, reconnectionDelayMax: 1 });
    sockets.push(socket);
    return socket;
  };
  const events = { addEventListener: () => undefined };
  const page: Record<string, unknown> = { io: open, window: events, document: { ...events, visibilityState: 'visible', hasFocus: () => true }, crypto, fetch, location: { reload: () => undefined } };
  runInNewContext(SCRIPT, page);
  return { bridge: page['baton'] as Bridge, socket: sockets.at(-1) as PageSocket };
}

/** The line breaks after the host has heard a request and before the page has its answer. */
const breakLine: Hear = (_request, _answer, socket) => {
  hear = (_again, answer) => answer({ ok: true });
  socket.conn.close();
};

it('an act whose answer the line lost is given again with its own id, and answered once', async () => {
  const { bridge } = openPage();
  hear = breakLine;
  expect((await bridge.command('act', ACT)).ok).toBe(true);
  expect(heard.map(({ name, input }) => ({ name, input }))).toEqual([{ name: 'act', input: ACT }, { name: 'act', input: ACT }]);
});

it('acts that the line lost go again in the order they were given', async () => {
  const { bridge } = openPage();
  const second = { ...ACT, id: '01890000-0000-7000-8000-000000000003' };
  hear = () => {
    hear = breakLine;
  };
  await Promise.all([bridge.command('act', ACT), bridge.command('act', second)]);
  expect(heard.map(({ input }) => (input as typeof ACT).id)).toEqual([ACT.id, second.id, ACT.id, second.id]);
});

it('an act outlives a line that breaks twice', async () => {
  const { bridge } = openPage();
  hear = (_request, _answer, socket) => {
    hear = breakLine;
    socket.conn.close();
  };
  expect((await bridge.command('act', ACT)).ok).toBe(true);
  expect(heard.length).toBe(3);
});

it('a command that is not safe to repeat is lost with the line', async () => {
  const { bridge, socket } = openPage();
  hear = breakLine;
  expect(await bridge.command('composer.claim', { conversationId: HERE, force: true })).toMatchObject({ error: { code: 'OFFLINE' } });
  await new Promise<void>((resolve) => void socket.once('connect', resolve));
  expect(await bridge.command('composer.release', { conversationId: HERE })).toMatchObject({ ok: true });
  expect(heard.map(({ name }) => name)).toEqual(['composer.claim', 'composer.release']);
});

it('an act without a line is refused at once, since it was never given', async () => {
  const { bridge, socket } = openPage();
  await bridge.query('app.get', null);
  socket.disconnect();
  expect(await bridge.command('act', ACT)).toMatchObject({ error: { code: 'OFFLINE' } });
  expect(heard.map(({ name }) => name)).toEqual(['app.get']);
});
