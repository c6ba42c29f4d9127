import type { Socket as NetSocket } from 'node:net';
import type { Server } from 'socket.io';

const uncork = (socket: NetSocket): void => socket.uncork();

/**
 * What one turn of the event loop says on a connection goes to the system in one call: an answer, an event and a row of the list
 * often come together, and each call costs more than what it carries.
 */
export function gatherWrites(server: Server): void {
  server.engine.on('flush', ({ request }: { readonly request: { readonly socket: NetSocket } }) => {
    request.socket.cork();
    process.nextTick(uncork, request.socket);
  });
}
