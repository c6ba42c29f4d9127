import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { SOCKET_PATH } from '../../../src/shared/contracts/wire/staff-socket.ts';

/** The yardstick: Socket.IO as the backend runs it (websocket only, no compression), which acknowledges what it is sent, and nothing else. */
const http = createServer();
const io = new Server(http, { path: SOCKET_PATH, transports: ['websocket'], serveClient: false, perMessageDeflate: false });
io.on('connection', (socket) => {
  socket.on('echo', (message: unknown, acknowledge: (answer: unknown) => void) => acknowledge(message));
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  process.send?.({ kind: 'listening', port: typeof address === 'object' && address ? address.port : 0 });
});
process.once('disconnect', () => process.exit(0));
