import { io } from 'socket.io-client';
import { PROTOCOL_VERSION } from '../../shared/lib/protocol.ts';
import { NAMESPACE, PATH } from './wire.ts';

/** What a socket tells. After `onClosed` it is silent; whoever wants another one opens it. */
export type SocketListener = {
  readonly onOpen: () => void;
  /** Never opened, was refused (`refusal`: whatever the far end gave as its reason), or broke. */
  readonly onClosed: (refusal: unknown) => void;
  readonly onMessage: (name: string, body: unknown) => void;
};

/** One connection, once: it doesn't reconnect and keeps nothing. */
export type Socket = {
  /** `onAnswer` is called at most once, and not at all when the connection breaks before. */
  readonly request: (name: string, body: unknown, onAnswer: (answer: unknown) => void) => void;
  readonly close: () => void;
};

export type OpenSocket = (token: string, listener: SocketListener) => Socket;

const refusalOf = (problem: Error): unknown => ('data' in problem ? problem.data : null);

/** Socket.IO as nothing but a transport: websocket only, its own reconnecting and buffering off. */
export const createSocketIo = (server: string): OpenSocket => (token, listener) => {
  const auth = { protocol: PROTOCOL_VERSION, token };
  const socket = io(`${server}${NAMESPACE}`, { path: PATH, transports: ['websocket'], auth, reconnection: false, forceNew: true });
  let closed = false;
  const close = (refusal: unknown) => {
    if (closed) return;
    closed = true;
    listener.onClosed(refusal);
  };
  socket.on('connect', () => listener.onOpen());
  socket.on('connect_error', (problem) => close(refusalOf(problem)));
  socket.on('disconnect', () => close(null));
  socket.onAny((name: string, body: unknown) => {
    if (!closed) listener.onMessage(name, body);
  });
  return {
    request: (name, body, onAnswer) => {
      if (!closed) socket.emit(name, body, onAnswer);
    },
    close: () => {
      closed = true;
      socket.disconnect();
    },
  };
};
