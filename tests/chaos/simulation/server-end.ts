import type { Server } from 'node:http';
import { Duplex } from 'node:stream';
import { createFrameReader, frameText, type ServerFrame } from './web-socket-frames.ts';

/** The backend's end of a simulated connection: a stream that its own HTTP server takes over as it would a socket. */
export type ServerEnd = { readonly deliver: (text: string) => void; readonly destroy: () => void };

type Taker = { readonly onFrame: (frame: ServerFrame) => void; readonly onClose: () => void };

class PeerStream extends Duplex {
  readonly #read: (chunk: Buffer) => void;
  readonly remoteAddress = '127.0.0.1';

  constructor({ onFrame, onClose }: Taker) {
    super();
    this.#read = createFrameReader(onFrame);
    this.on('error', () => this.destroy());
    this.once('close', onClose);
  }

  // The other end pushes; there is nothing to ask for.
  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#read(chunk);
    done();
  }
}

const HEADERS = { host: 'simulated', upgrade: 'websocket', connection: 'Upgrade', 'sec-websocket-version': '13', 'sec-websocket-key': 'MDEyMzQ1Njc4OWFiY2RlZg==' };

/** Knocks at a server as a websocket client would; nothing listens on a port. */
export function connectTo(server: Server, path: string, taker: Taker): ServerEnd {
  const stream = new PeerStream(taker);
  const request = { method: 'GET', url: `${path}/?EIO=4&transport=websocket`, headers: HEADERS, httpVersion: '1.1', socket: stream, connection: stream };
  server.emit('upgrade', request, stream, Buffer.alloc(0));
  return {
    deliver: (text) => {
      if (!stream.destroyed) stream.push(frameText(text));
    },
    destroy: () => void stream.destroy(),
  };
}
