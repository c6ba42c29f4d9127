import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { createSeededRandom } from '../simulation/seeded-random.ts';
import { startCuttingProxy } from './cutting-proxy.ts';

const MESSAGES = 2_000;
const PACE_MS = 1;
/** One message in so many is followed by a reset of the connection. */
const CUT_EVERY = 40;

export type Control = { readonly sent: number; readonly cuts: number; readonly lost: number; readonly lostDown: number };

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, milliseconds));

/**
 * What an ordinary Socket.IO application loses: a pair with default settings through connections that are reset now and then. Each
 * side sends numbered messages, and what the other has not received after everything is connected again is lost. A control: it
 * has to lose, else the cuts of this run prove nothing.
 */
export async function runControl(seed: string): Promise<Control> {
  const random = createSeededRandom(`${seed}/control`);
  const http = createServer();
  const server = new Server(http);
  const [up, down] = [new Set<number>(), new Set<number>()];
  server.on('connection', (socket) => socket.on('up', (number: number) => void up.add(number)));
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
  const proxy = await startCuttingProxy((http.address() as AddressInfo).port);
  const client = io(`http://127.0.0.1:${proxy.port}`, { transports: ['websocket'], reconnectionDelay: 20, reconnectionDelayMax: 50 });
  client.on('down', (number: number) => void down.add(number));
  await new Promise<void>((resolve) => void client.once('connect', resolve));
  let cuts = 0;
  for (let number = 0; number < MESSAGES; number += 1) {
    client.emit('up', number);
    server.emit('down', number);
    if (random.chance(1 / CUT_EVERY)) {
      cuts += 1;
      proxy.cut();
    }
    await wait(PACE_MS);
  }
  if (!client.connected) await new Promise<void>((resolve) => void client.once('connect', resolve));
  // A round trip after the last of them: whatever was still on its way has arrived by then.
  await new Promise<void>((resolve) => {
    server.once('connection', () => undefined);
    client.once('done', () => resolve());
    for (const socket of server.sockets.sockets.values()) socket.once('end', () => socket.emit('done'));
    client.emit('end');
  });
  client.disconnect();
  await proxy.close();
  await server.close();
  return { sent: MESSAGES, cuts, lost: MESSAGES - up.size, lostDown: MESSAGES - down.size };
}
