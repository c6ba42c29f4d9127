import { io, type Socket } from 'socket.io-client';
import type { CustomerCommand, CustomerPayload } from '../shared/contracts/commands.ts';
import { ERRORS, failureSchema, type Failure } from '../shared/contracts/errors.ts';
import { publicEventSchema } from '../shared/contracts/events/public-event.ts';
import type { Attachment } from '../shared/contracts/message.ts';
import { CUSTOMER_NAMESPACE, customerSyncAnswerSchema, type CustomerToServer, type ServerToCustomer } from '../shared/contracts/wire/customer-socket.ts';
import { SOCKET_PATH } from '../shared/contracts/wire/staff-socket.ts';
import { EMPTY_THREAD, reduceThread, type Thread } from '../shared/domain/reducers/reduce-thread.ts';
import { PROTOCOL_VERSION } from '../shared/lib/protocol.ts';
import { err, ok, type Result } from '../shared/lib/result.ts';
import type { Timers } from './machine.ts';
import { pause } from './machine.ts';
import { uploadPhoto, type Place, type Visit } from './visit.ts';

const PATIENCE_MS = 15_000;
const RETRY_MS = 1_000;

type Line = Socket<ServerToCustomer, CustomerToServer>;

export type Photo = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** A customer's conversation over the public interface, as a program drives it. */
export type CustomerChannel = {
  readonly thread: () => Thread;
  /** Resolves at the next change of the thread. */
  readonly nextChange: () => Promise<void>;
  /** Resolves when the log has the message, or to the reason why it never will. */
  readonly post: (payload: CustomerPayload<'message.post'>) => Promise<Result<null, Failure>>;
  readonly upload: (photo: Photo) => Promise<Result<Attachment, Failure>>;
  readonly type: (isTyping: boolean) => void;
  readonly markRead: () => void;
  readonly close: () => void;
};

export type ChannelDeps = { readonly place: Place; readonly visit: Visit; readonly timers: Timers; readonly newId: () => string };

/** What was posted but perhaps not heard goes again under its id, which makes a repeat harmless. */
class Channel implements CustomerChannel {
  readonly #deps: ChannelDeps;
  readonly #line: Line;
  readonly #closed = new AbortController();
  #thread = EMPTY_THREAD;
  #isCatchingUp = false;
  #listeners: (() => void)[] = [];

  constructor(deps: ChannelDeps) {
    this.#deps = deps;
    const auth = { protocol: PROTOCOL_VERSION, token: deps.visit.token };
    this.#line = io(`${deps.place.serverUrl}${CUSTOMER_NAMESPACE}`, { path: SOCKET_PATH, transports: ['websocket'], auth, forceNew: true });
    this.#line.on('connect', () => void this.#catchUp());
    this.#line.on('events', (events) => this.#receive(events));
    this.#line.on('heartbeat', ({ publicSeq }) => {
      if (publicSeq > this.#thread.publicSeq) void this.#catchUp();
    });
  }

  thread(): Thread {
    return this.#thread;
  }

  nextChange(): Promise<void> {
    return new Promise((resolve) => void this.#listeners.push(resolve));
  }

  post(payload: CustomerPayload<'message.post'>): Promise<Result<null, Failure>> {
    return this.#send({ id: this.#deps.newId(), type: 'message.post', payload });
  }

  upload(photo: Photo): Promise<Result<Attachment, Failure>> {
    return uploadPhoto(this.#deps.place, this.#deps.visit.token, photo);
  }

  type(isTyping: boolean): void {
    if (this.#line.connected) this.#line.emit('typing', { typing: isTyping }, () => undefined);
  }

  markRead(): void {
    const upToPublicSeq = this.#thread.items.findLast((item) => item.kind !== 'line' && item.by.kind !== 'customer')?.publicSeq ?? 0;
    if (upToPublicSeq > this.#thread.ownReadUpTo) void this.#send({ id: this.#deps.newId(), type: 'read.advance', payload: { upToPublicSeq } });
  }

  close(): void {
    this.#closed.abort();
    this.#line.disconnect();
    this.#tell();
  }

  async #send(command: CustomerCommand): Promise<Result<null, Failure>> {
    while (!this.#closed.signal.aborted) {
      const answer = await this.#line.timeout(PATIENCE_MS).emitWithAck('command', command).catch(() => null);
      if (answer?.ok) return ok(null);
      const failure = failureSchema.safeParse(answer?.error);
      if (failure.success && ERRORS[failure.data.code].retry !== 'later') return err(failure.data);
      await pause(this.#deps.timers, RETRY_MS, this.#closed.signal);
    }
    return err({ code: 'OFFLINE' });
  }

  #receive(events: unknown): void {
    const before = this.#thread;
    for (const event of publicEventSchema.array().parse(events)) {
      const { kind, thread } = reduceThread(this.#thread, event);
      this.#thread = thread;
      if (kind === 'gap') void this.#catchUp();
    }
    if (this.#thread !== before) this.#tell();
  }

  /** Events after the last one held, until there are no more; the question also confirms what has arrived. */
  async #catchUp(): Promise<void> {
    if (this.#isCatchingUp) return;
    this.#isCatchingUp = true;
    while (await this.#askOnce());
    this.#isCatchingUp = false;
  }

  async #askOnce(): Promise<boolean> {
    const afterPublicSeq = this.#thread.publicSeq;
    const answer = await this.#line.timeout(PATIENCE_MS).emitWithAck('sync', { afterPublicSeq }).catch(() => null);
    if (!answer?.ok) return false;
    const { events } = customerSyncAnswerSchema.parse(answer.value);
    this.#receive(events);
    return this.#thread.publicSeq > afterPublicSeq;
  }

  #tell(): void {
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener();
  }
}

/** Opens the line of a visit; it reconnects by itself until it is closed. */
export const openCustomerChannel = (deps: ChannelDeps): CustomerChannel => new Channel(deps);
