import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { SOCKET_PATH } from '../../../src/shared/contracts/wire/staff-socket.ts';

/** The yardstick of latency: a bare WebSocket that sends back what it is sent. */
const http = createServer();
new WebSocketServer({ server: http, path: SOCKET_PATH, perMessageDeflate: false }).on('connection', (socket) => {
  socket.on('message', (message, isBinary) => socket.send(message, { binary: isBinary }));
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  process.send?.({ kind: 'listening', port: typeof address === 'object' && address ? address.port : 0 });
});
process.once('disconnect', () => process.exit(0));
