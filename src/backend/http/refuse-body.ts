import { finished } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ERRORS, type Failure } from '../../shared/contracts/errors.ts';
import type { Timers } from '../clock.ts';

/** How long the rest of a refused body may still come, to be thrown away. */
export const LINGER_MS = 5_000;

/**
 * Answers before the body is read, and closes the connection. Not at once: a system resets a connection that is closed over
 * unread bytes, and a client that is still sending would learn that its line broke, never why, and send it all again.
 */
export function refuseBody(request: FastifyRequest, reply: FastifyReply, { failure, timers }: { readonly failure: Failure; readonly timers: Timers }): FastifyReply {
  const text = JSON.stringify(failure);
  const { raw } = reply.hijack();
  raw.writeHead(ERRORS[failure.code].status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text), connection: 'close' });
  raw.write(text);
  const stopWaiting = timers.after(LINGER_MS, () => raw.end());
  finished(request.raw.resume(), { writable: false }, () => {
    stopWaiting();
    raw.end();
  });
  return reply;
}
