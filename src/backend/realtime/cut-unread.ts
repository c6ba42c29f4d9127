import type { Server } from 'socket.io';

/** Characters that may wait for one connection: a desk that comes back with all its conversations is sent a third of it. */
const MOST_WAITING = 32 * 1_048_576;

type Connection = {
  readonly on: (event: 'flush' | 'packetCreate', listener: (packet: { readonly data?: unknown }) => void) => unknown;
  readonly close: (discard: boolean) => unknown;
};

/**
 * Ends connections whose other side says that it lives but doesn't read: what they are sent waits in this process. Whoever reads
 * again connects again, and catches up by the log.
 */
export function cutUnread(server: Server): void {
  server.engine.on('connection', (connection: Connection) => {
    let waiting = 0;
    connection.on('flush', () => {
      waiting = 0;
    });
    connection.on('packetCreate', ({ data }) => {
      waiting += typeof data === 'string' ? data.length : 0;
      if (waiting > MOST_WAITING) connection.close(true);
    });
  });
}
