import { io, type Socket } from 'socket.io-client';
import { v7 } from 'uuid';
import type { Failure } from '../../../src/shared/contracts/errors.ts';
import { CUSTOMER_NAMESPACE } from '../../../src/shared/contracts/wire/customer-socket.ts';
import { SOCKET_PATH } from '../../../src/shared/contracts/wire/staff-socket.ts';
import { PROTOCOL_VERSION } from '../../../src/shared/lib/protocol.ts';
import type { Result } from '../../../src/shared/lib/result.ts';

type Heard = { readonly name: string; readonly value: unknown };

/** One connection with a memory: everything it was told, in order. */
export type Line = {
  readonly socket: Socket;
  readonly ask: <T = unknown>(name: string, input: unknown) => Promise<Result<T, Failure>>;
  readonly heard: <T = unknown>(name: string) => T[];
  readonly close: () => void;
};

/** Why a handshake was refused, as the server said. */
export class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

type Where = { readonly url: string; readonly namespace?: string; readonly headers?: { readonly [name: string]: string } };

/** Connects with this handshake; rejects with `Refused`. */
export function openLine({ url, namespace = '/', headers = {} }: Where, auth: object): Promise<Line> {
  const socket = io(`${url}${namespace}`, { path: SOCKET_PATH, transports: ['websocket'], auth, reconnection: false, forceNew: true, extraHeaders: { ...headers } });
  const memory: Heard[] = [];
  socket.onAny((name: string, value: unknown) => memory.push({ name, value }));
  const line: Line = {
    socket,
    ask: (name, input) => socket.timeout(5_000).emitWithAck(name, input),
    heard: <T>(name: string) => memory.filter((heard) => heard.name === name).map((heard) => heard.value as T),
    close: () => void socket.close(),
  };
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(line));
    socket.once('connect_error', (error: Error & { data?: Failure }) => {
      socket.close();
      reject(error.data ? new Refused(error.data) : error);
    });
  });
}

export const openDesk = (url: string, token: string, { deviceId = v7(), epoch = 1 } = {}): Promise<Line> => openLine({ url }, { protocol: PROTOCOL_VERSION, token, deviceId, epoch });

export const openPage = (url: string, token: string): Promise<Line> => openLine({ url, namespace: CUSTOMER_NAMESPACE }, { protocol: PROTOCOL_VERSION, token });

/** A command's frame. */
export const frame = (type: string, conversationId: string, payload: unknown) => ({ id: v7(), type, conversationId, seenSeq: 10_000, payload });

export const say = (text: string, id = v7()) => ({ id, type: 'message.post', payload: { text, attachments: [] } });
