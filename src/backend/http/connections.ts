import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Timers } from '../clock.ts';

/** How long what is under way may take to end: a successor waits five seconds for the folder, and has to find it free by then. */
export const CLOSING_MS = 3_000;

/** The open connections of a server. */
export type Connections = {
  /**
   * Sees to it that `close` ends. By itself a server waits for ever for whoever says nothing, or half of something: who asks
   * nothing is cut off at once, requests and live lines have a moment to end.
   */
  readonly end: (close: () => Promise<unknown>) => Promise<void>;
};

/** Counts what is under way on each connection of a server that doesn't listen yet. */
export function watchConnections(server: Server, timers: Timers): Connections {
  const underWay = new Map<object, { readonly socket: Socket; count: number }>();
  let isEnding = false;
  const settle = (of: { readonly socket: Socket; readonly count: number }): void => {
    if (isEnding && of.count === 0) of.socket.destroySoon();
  };
  const add = (key: object, by: 1 | -1): void => {
    const connection = underWay.get(key);
    if (!connection) return;
    connection.count += by;
    settle(connection);
  };
  server.on('connection', (socket) => {
    const connection = { socket, count: 0 };
    underWay.set(socket, connection);
    socket.once('close', () => underWay.delete(socket));
    settle(connection);
  });
  server.on('request', ({ socket }, response) => {
    add(socket, 1);
    response.once('close', () => add(socket, -1));
  });
  // A live line is under way as long as it lasts; who keeps it says goodbye to it.
  server.on('upgrade', (_request, socket) => add(socket, 1));
  return {
    end: async (close) => {
      isEnding = true;
      const closed = close();
      for (const connection of underWay.values()) settle(connection);
      const stopWaiting = timers.after(CLOSING_MS, () => underWay.forEach(({ socket }) => socket.destroy()));
      await closed.finally(stopWaiting);
    },
  };
}
