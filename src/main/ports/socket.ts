import type { StaffHandshake } from '../../shared/contracts/wire/staff-socket.ts';

/** What a socket tells. After `onClosed` it is silent; whoever wants another one opens it. */
export type SocketListener = {
  readonly onOpen: () => void;
  /** Never opened, was refused (`refusal`: whatever the far end gave as its reason), or broke. */
  readonly onClosed: (refusal: unknown) => void;
  readonly onMessage: (name: string, body: unknown) => void;
};

/** One connection, once: it doesn't reconnect and keeps nothing. */
export type Socket = {
  /** `onAnswer` is called at most once, and not at all when the connection breaks before. */
  readonly request: (name: string, body: unknown, onAnswer: (answer: unknown) => void) => void;
  readonly close: () => void;
};

export type SocketTarget = { readonly url: string; readonly handshake: StaffHandshake };

export type OpenSocket = (target: SocketTarget, listener: SocketListener) => Socket;
