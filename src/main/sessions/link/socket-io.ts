import { io } from 'socket.io-client';
import { SOCKET_PATH } from '../../../shared/contracts/wire/staff-socket.ts';
import type { OpenSocket } from '../../ports/socket.ts';

/** A refusal of the far end carries its `Failure` in `data`; a broken line has none. */
const refusalOf = (problem: Error): unknown => ('data' in problem ? problem.data : null);

/** Socket.IO as nothing but a transport: websocket only, its own reconnecting and buffering off. */
export const openSocketIo: OpenSocket = ({ url, handshake }, listener) => {
  const socket = io(url, { path: SOCKET_PATH, transports: ['websocket'], auth: handshake, reconnection: false, forceNew: true });
  let closed = false;
  const close = (refusal: unknown) => {
    if (closed) return;
    closed = true;
    listener.onClosed(refusal);
  };
  socket.on('connect', () => listener.onOpen());
  socket.on('connect_error', (problem) => close(refusalOf(problem)));
  socket.on('disconnect', () => close(null));
  socket.onAny((name: string, body: unknown) => listener.onMessage(name, body));
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
