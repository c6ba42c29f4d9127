import type { Server } from 'socket.io';

/** Characters that may wait for one connection. What it asked for waits unmade (`isBehind`), so that all this is what others said. */
const MOST_WAITING = 32 * 1_048_576;

/** Characters that wait for a connection while no further answers are made for it: more than a snapshot of the usual size. */
const BEHIND = 262_144;

type Connection = {
  readonly on: (event: 'flush' | 'packetCreate', listener: (packet: { readonly data?: unknown }) => void) => unknown;
  readonly close: (discard: boolean) => unknown;
};

/** Whether what was sent before still waits for this connection's other side to read; its `flush` says that it goes on. */
export type IsBehind = (connection: object) => boolean;

/**
 * Watches what waits in this process for each connection. Those whose other side says that it lives but doesn't read for long are
 * ended: whoever reads again connects again, and catches up by the log.
 */
export function watchUnread(server: Server): IsBehind {
  const waiting = new WeakMap<object, number>();
  server.engine.on('connection', (connection: Connection) => {
    connection.on('flush', () => void waiting.delete(connection));
    connection.on('packetCreate', ({ data }) => {
      const length = (waiting.get(connection) ?? 0) + (typeof data === 'string' ? data.length : 0);
      waiting.set(connection, length);
      if (length > MOST_WAITING) connection.close(true);
    });
  });
  return (connection) => (waiting.get(connection) ?? 0) > BEHIND;
}
