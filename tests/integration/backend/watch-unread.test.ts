import { once } from 'node:events';
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { expect, it } from 'vitest';
import { watchUnread } from '../../../src/backend/realtime/watch-unread.ts';
import { SOCKET_PATH } from '../../../src/shared/contracts/wire/staff-socket.ts';
import { openWireLine } from '../../bench/flow/wire-line.ts';

it('cuts the line of who does not read, and leaves the others', async () => {
  const http = createServer();
  const io = new Server(http, { path: SOCKET_PATH, transports: ['websocket'], serveClient: false });
  watchUnread(io);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const names = new Map<string, string>();
  io.on('connection', (socket) => {
    socket.on('name', (name: string, answer: (word: string) => void) => {
      names.set(socket.id, name);
      answer('known');
    });
  });
  const [deaf, well] = await Promise.all(['deaf', 'well'].map(() => openWireLine({ port, auth: {} })));
  if (!deaf || !well) throw new Error('both are connected');
  await Promise.all([deaf.ask('name', '"deaf"'), well.ask('name', '"well"')]);
  deaf.socket.pause();
  const cut = new Promise<string | undefined>((resolve) => {
    for (const socket of io.sockets.sockets.values()) socket.on('disconnect', () => resolve(names.get(socket.id)));
  });
  const speak = (): void => {
    if (io.sockets.sockets.size < 2) return;
    io.emit('news', 'x'.repeat(20_000));
    setImmediate(speak);
  };
  speak();
  expect(await cut).toBe('deaf');
  expect(await well.ask('name', '"still here"')).toBe('["known"]');
  well.close();
  deaf.close();
  await io.close();
});
