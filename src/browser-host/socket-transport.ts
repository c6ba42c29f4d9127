import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { BRIDGE_CHANNELS } from '../shared/contracts/bridge/channels.ts';
import { idSchema } from '../shared/contracts/basics.ts';
import { LIMITS } from '../shared/lib/limits.ts';
import type { Attention, Caller, Router } from '../main/bridge/index.ts';
import type { LoginGate } from './login-gate.ts';
import { cookieName, cookieOf, type Origins } from './origins.ts';

type Deps = {
  readonly server: HttpServer;
  readonly router: Router;
  readonly gate: LoginGate;
  readonly place: () => { readonly port: number; readonly origins: Origins };
  readonly onNoticeClick: (conversationId: string) => void;
};

/** A file crosses as base64, and a little around it. */
const FRAME_BYTES_MOST = Math.ceil(LIMITS.attachmentBytes * 1.4) + 64 * 1024;

const isAttention = (value: unknown): value is Attention => value === 'focused' || value === 'visible' || value === 'hidden';

function serve(socket: Socket, router: Router): void {
  let attention: Attention = 'visible';
  const peer = {
    id: `page-${socket.id}`,
    attention: () => attention,
    send: (messages: readonly unknown[]) => void socket.emit(BRIDGE_CHANNELS.message, messages),
  };
  const caller: Caller = { peer, origin: socket.handshake.headers.origin ?? null, isMainFrame: true };
  socket.on(BRIDGE_CHANNELS.ask, async (request: unknown, answer: unknown) => {
    if (typeof answer === 'function') answer(await router.ask(caller, request));
  });
  socket.on(BRIDGE_CHANNELS.subscribe, (request: unknown) => router.subscribe(caller, request));
  socket.on(BRIDGE_CHANNELS.unsubscribe, (subscriptionId: unknown) => router.unsubscribe(caller, subscriptionId));
  socket.on('attention', (next: unknown) => {
    if (!isAttention(next)) return;
    attention = next;
    router.reconsider();
  });
  socket.on('disconnect', () => router.drop(peer));
}

/** The bridge over a websocket: host, origin and session are checked before it opens, the rest in the router. */
export function createSocketTransport({ server, router, gate, place, onNoticeClick }: Deps): Server {
  const io = new Server(server, {
    path: '/bridge',
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: FRAME_BYTES_MOST,
    allowRequest: ({ headers }, decide) => {
      const { origins, port } = place();
      decide(null, origins.isOurHost(headers.host) && origins.isOurOrigin(headers.origin) && gate.isSession(cookieOf(headers, cookieName(port))));
    },
  });
  io.on('connection', (socket) => {
    serve(socket, router);
    socket.on('notice-clicked', (conversationId: unknown) => {
      const id = idSchema.safeParse(conversationId);
      if (id.success) onNoticeClick(id.data);
    });
  });
  return io;
}
