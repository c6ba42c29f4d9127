import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { BackendUnderTest } from './backend-under-test.ts';

/** A connection whose every byte a test decides. */
export type RawConnection = { readonly socket: Socket; readonly heard: () => string; /** Resolves when it is closed. */ readonly gone: Promise<unknown> };

/** Connects, and waits until the server knows of it. */
export async function openRaw({ app, url }: BackendUnderTest): Promise<RawConnection> {
  const accepted = once(app.server.server, 'connection');
  const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => (text += part));
  const gone = new Promise((resolve) => socket.once('close', resolve));
  await accepted;
  return { socket, heard: () => text, gone };
}

/** The head of an upload. */
export const uploadHead = (token: string | null, length: number | 'chunked'): string =>
  [
    'PUT /api/blobs?name=a.pdf HTTP/1.1', 'host: baton', 'content-type: application/pdf',
    ...(token === null ? [] : [`authorization: Bearer ${token}`]),
    length === 'chunked' ? 'transfer-encoding: chunked' : `content-length: ${length}`,
    '', '',
  ].join('\r\n');
