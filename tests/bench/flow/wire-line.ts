import { connect as connectNet, type Socket } from 'node:net';
import { SOCKET_PATH } from '../../../src/shared/contracts/wire/staff-socket.ts';
import { createFrameReader, frameText } from '../../chaos/simulation/web-socket-frames.ts';

/** One connection that speaks WebSocket, Engine.IO and Socket.IO by hand, so that the load costs little beside what it loads. */
export type WireLine = {
  /** Sends an event and settles with the text of its answer, a JSON array. */
  readonly ask: (event: string, body: string) => Promise<string>;
  /** Sends whatever is given as a text frame. */
  readonly say: (text: string) => void;
  /** Sends bytes as they are, frames or not. */
  readonly write: (bytes: Buffer) => void;
  /** The bare socket: to stop reading, to cut. */
  readonly socket: Socket;
  readonly closed: Promise<void>;
  readonly close: () => void;
};

export type WireOptions = {
  readonly port: number;
  /** Socket.IO's, such as `/customer`; the root when left out. */
  readonly namespace?: string;
  readonly auth: object;
  /** Every event that comes without being asked for: `["name",...]`. */
  readonly onEvent?: (text: string) => void;
};

/** The server would not have it: the text of its `CONNECT_ERROR`. */
export class HandshakeRefused extends Error {}

/** What an upgrade to WebSocket asks (RFC 6455, section 4.1); the key may be anything, as nobody here checks the answer. */
export const upgradeRequest = (port: number, path: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;

type Waiting = Map<number, { readonly resolve: (text: string) => void; readonly reject: (error: Error) => void }>;

function settleAll(waiting: Waiting): void {
  for (const { reject } of waiting.values()) reject(new Error('the line was closed before the answer came'));
  waiting.clear();
}

const ACK = /^(\d+)/;

function takeAck(waiting: Waiting, text: string): void {
  const [digits = ''] = ACK.exec(text) ?? [];
  const asked = waiting.get(Number(digits));
  waiting.delete(Number(digits));
  asked?.resolve(text.slice(digits.length));
}

type Hearing = { readonly onConnected: () => void; readonly onRefused: (text: string) => void; readonly onEvent: (text: string) => void; readonly onOpened: () => void; readonly say: (text: string) => void };

/** Engine.IO's packet types 0 (open), 2 (ping) and 4 (message); in a message Socket.IO's 0, 2, 3, 4: connected, event, answer, refused. */
function createHearing(prefix: string, waiting: Waiting, { onConnected, onRefused, onEvent, onOpened, say }: Hearing): (text: string) => void {
  const body = (text: string): string => (prefix !== '' && text.startsWith(prefix, 2) ? text.slice(2 + prefix.length) : text.slice(2));
  return (text) => {
    if (text.startsWith('43')) takeAck(waiting, body(text));
    else if (text.startsWith('42')) onEvent(body(text));
    else if (text === '2') say('3');
    else if (text.startsWith('40')) onConnected();
    else if (text.startsWith('44')) onRefused(body(text));
    else if (text.startsWith('0')) onOpened();
  };
}

const ignore = (): void => undefined;

/** Connects and says who it is. Rejects with `HandshakeRefused`, or with the error of a connection that ends before it is welcome. */
export function openWireLine({ port, namespace, auth, onEvent = ignore }: WireOptions): Promise<WireLine> {
  const prefix = namespace === undefined ? '' : `${namespace},`;
  const socket = connectNet({ port, host: '127.0.0.1', noDelay: true });
  const waiting: Waiting = new Map();
  const say = (text: string): void => void socket.write(frameText(text));
  let asked = 0;
  const ask = (event: string, body: string): Promise<string> =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      say(`42${prefix}${asked}["${event}",${body}]`);
    });
  return new Promise((resolve, reject) => {
    const closed = new Promise<void>((settle) => {
      socket.once('close', () => {
        settleAll(waiting);
        reject(new Error('the connection ended before it was welcome'));
        settle();
      });
    });
    const line: WireLine = { ask, say, write: (bytes) => void socket.write(bytes), socket, closed, close: () => socket.destroy() };
    const hear = createHearing(prefix, waiting, {
      say,
      onEvent,
      onOpened: () => say(`40${prefix}${JSON.stringify(auth)}`),
      onConnected: () => resolve(line),
      onRefused: (text) => {
        reject(new HandshakeRefused(text));
        socket.destroy();
      },
    });
    const read = createFrameReader((frame) => {
      if (frame.kind === 'text') hear(frame.text);
      else if (frame.kind === 'close') socket.destroy();
    });
    socket.on('data', read).on('error', ignore);
    socket.write(upgradeRequest(port, `${SOCKET_PATH}/?EIO=4&transport=websocket`));
  });
}
