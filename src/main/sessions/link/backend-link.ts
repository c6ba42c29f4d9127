import type { z } from 'zod';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { resultOf, type StaffToServer } from '../../../shared/contracts/wire/staff-socket.ts';
import { HEARTBEAT_MS, PROTOCOL_VERSION } from '../../../shared/lib/protocol.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock, Undo } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Random } from '../../ports/random.ts';
import type { OpenSocket, Socket } from '../../ports/socket.ts';
import type { Credentials } from '../api/credentials.ts';
import type { ServerPlace } from '../api/server-place.ts';
import { createSignal, type Signal } from '../signal.ts';
import { backoff } from './backoff.ts';
import { judgeRefusal, readFailure } from './refusal.ts';
import { readServerMessage, type ServerMessage } from './server-message.ts';

const CONNECT_PATIENCE_MS = 10_000;
const ANSWER_PATIENCE_MS = 15_000;
const SILENCE_MS = 2 * HEARTBEAT_MS;

export type LinkState =
  | { readonly kind: 'offline' | 'connecting' | 'open' }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** What came of a request; `lost`: the line broke or stayed silent, and nobody knows whether it arrived. */
export type Answer<T> = { readonly kind: 'answered'; readonly result: Result<T, Failure> } | { readonly kind: 'lost' };

export type LinkRequest<T> = { readonly name: keyof StaffToServer; readonly body: unknown; readonly answer: z.ZodType<T> };

/** The one connection to the backend. It reconnects by itself until it is stopped or refused for good. */
export type BackendLink = {
  readonly state: () => LinkState;
  readonly changed: Signal<LinkState>;
  readonly messages: Signal<ServerMessage>;
  /** The session is over by the backend's word. */
  readonly signedOut: Signal<Failure>;
  /** When the last word came, heartbeats included. */
  readonly heardAt: () => number | null;
  readonly request: <T>(request: LinkRequest<T>) => Promise<Answer<T>>;
  /** Says something whose answer nobody waits for; nothing when the line isn't open. */
  readonly tell: (name: keyof StaffToServer, body: unknown) => void;
  readonly start: () => void;
  /** The machine woke up or the network is back: don't wait for the pause to end, and don't trust the old line. */
  readonly reconnectNow: () => void;
  readonly stop: () => void;
};

export type LinkDeps = {
  readonly place: ServerPlace;
  readonly credentials: Credentials;
  readonly deviceId: string;
  readonly nextEpoch: () => number;
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
};

export function createBackendLink(deps: LinkDeps): BackendLink {
  const { clock, credentials, log } = deps;
  const changed = createSignal<LinkState>();
  const messages = createSignal<ServerMessage>();
  const signedOut = createSignal<Failure>();
  let state: LinkState = { kind: 'offline' };
  let socket: Socket | null = null;
  let heardAt: number | null = null;
  let failures = 0;
  /** Counts attempts: what an older one still has to say is of no interest. */
  let attempt = 0;
  let cancelTimer: Undo = () => undefined;
  const waiting = new Set<() => void>();

  function become(next: LinkState): void {
    state = next;
    changed.emit(next);
  }

  function hangUp(): void {
    attempt += 1;
    cancelTimer();
    socket?.close();
    socket = null;
    for (const lose of [...waiting]) lose();
  }

  function schedule(run: () => void, milliseconds: number): void {
    cancelTimer();
    cancelTimer = clock.after(milliseconds, run);
  }

  function later(): void {
    hangUp();
    become({ kind: 'offline' });
    schedule(() => void connect(), backoff(failures, deps.random));
    failures += 1;
  }

  function handleFailure(failure: Failure | null): void {
    if (!failure) return later();
    log.warn({ code: failure.code }, 'the backend refused the connection');
    switch (judgeRefusal(failure)) {
      case 'later': return later();
      case 'renew': credentials.expire(); return later();
      case 'stop': hangUp(); return become({ kind: 'refused', failure });
      case 'signed-out': hangUp(); become({ kind: 'refused', failure }); return signedOut.emit(failure);
    }
  }

  function watch(): void {
    const silence = clock.now() - (heardAt ?? 0);
    if (silence >= SILENCE_MS) return later();
    schedule(watch, SILENCE_MS - silence);
  }

  function handleMessage(name: string, body: unknown): void {
    heardAt = clock.now();
    failures = 0;
    const message = readServerMessage(name, body);
    if (!message) return log.warn({ name }, 'a message of the backend could not be read');
    if (message.name === 'ended') return handleFailure(message.body);
    messages.emit(message);
  }

  /** A part of an attempt that does nothing once a newer attempt has begun. */
  const during = (mine: number) => <A extends readonly unknown[]>(run: (...args: A) => void) => (...args: A): void => {
    if (mine === attempt) run(...args);
  };

  async function prepare(): Promise<Result<{ url: string; token: string }, Failure>> {
    const located = await deps.place.locate();
    if (!located.ok) return err(located.error);
    const token = await credentials.accessToken();
    return token.ok ? ok({ url: located.value, token: token.value }) : err(token.error);
  }

  async function connect(): Promise<void> {
    hangUp();
    const only = during(attempt);
    become({ kind: 'connecting' });
    const prepared = await prepare();
    only(() => {
      if (!prepared.ok) return handleFailure(prepared.error);
      const handshake = { protocol: PROTOCOL_VERSION, token: prepared.value.token, deviceId: deps.deviceId, epoch: deps.nextEpoch() };
      schedule(later, CONNECT_PATIENCE_MS);
      socket = deps.openSocket({ url: prepared.value.url, handshake }, {
        onOpen: only(() => {
          heardAt = clock.now();
          watch();
          become({ kind: 'open' });
        }),
        onClosed: only((refusal) => handleFailure(readFailure(refusal))),
        onMessage: only(handleMessage),
      });
    })();
  }

  function request<T>({ name, body, answer }: LinkRequest<T>): Promise<Answer<T>> {
    if (state.kind !== 'open' || !socket) return Promise.resolve({ kind: 'lost' });
    const current = socket;
    return new Promise((resolve) => {
      const finish = (outcome: Answer<T>) => {
        waiting.delete(lose);
        cancel();
        resolve(outcome);
      };
      const lose = () => finish({ kind: 'lost' });
      const cancel = clock.after(ANSWER_PATIENCE_MS, lose);
      waiting.add(lose);
      current.request(name, body, (value) => {
        heardAt = clock.now();
        const read = resultOf(answer).safeParse(value);
        if (!read.success) log.warn({ name }, 'an answer of the backend could not be read');
        finish({ kind: 'answered', result: read.success ? (read.data as Result<T, Failure>) : err({ code: 'INTERNAL' }) });
      });
    });
  }

  return {
    state: () => state,
    changed,
    messages,
    signedOut,
    heardAt: () => heardAt,
    request,
    tell: (name, body) => {
      if (state.kind === 'open') socket?.request(name, body, () => undefined);
    },
    start: () => void connect(),
    reconnectNow: () => {
      if (state.kind === 'refused') return;
      failures = 0;
      void connect();
    },
    stop: () => {
      hangUp();
      become({ kind: 'offline' });
    },
  };
}
