import type { Failure } from '../../../shared/contracts/errors.ts';
import type { StaffToServer } from '../../../shared/contracts/wire/staff-socket.ts';
import { HEARTBEAT_MS, PROTOCOL_VERSION } from '../../../shared/lib/protocol.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock, Undo } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Random } from '../../ports/random.ts';
import type { OpenSocket, Socket } from '../../ports/socket.ts';
import type { Credentials } from '../api/credentials.ts';
import type { ServerPlace } from '../api/server-place.ts';
import { createSignal } from '../signal.ts';
import { backoff } from './backoff.ts';
import { PendingRequests, type Answer } from './pending-requests.ts';
import { readAnswer, type AnswerSchema } from './read-answer.ts';
import { judgeRefusal, readFailure } from './refusal.ts';
import { readServerMessage, type ServerMessage } from './server-message.ts';

const CONNECT_PATIENCE_MS = 10_000;
const SILENCE_MS = 2 * HEARTBEAT_MS;

export type LinkState = { readonly kind: 'offline' | 'connecting' | 'open' } | { readonly kind: 'refused'; readonly failure: Failure };

export type LinkRequest<T> = { readonly name: keyof StaffToServer; readonly body: unknown; readonly answer: AnswerSchema<T> };

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

/** The one connection to the backend. It reconnects by itself until it is stopped or refused for good. */
export class BackendLink {
  readonly changed = createSignal<LinkState>();
  readonly messages = createSignal<ServerMessage>();
  /** The session is over by the backend's word. */
  readonly signedOut = createSignal<Failure>();
  readonly #deps: LinkDeps;
  readonly #pending: PendingRequests;
  #state: LinkState = { kind: 'offline' };
  #socket: Socket | null = null;
  #heardAt: number | null = null;
  #failures = 0;
  /** Counts attempts: what an older one still has to say is of no interest. */
  #attempt = 0;
  #cancelTimer: Undo = () => undefined;

  constructor(deps: LinkDeps) {
    this.#deps = deps;
    this.#pending = new PendingRequests(deps.clock);
  }

  get state(): LinkState {
    return this.#state;
  }

  /** When the last word came, heartbeats included; null before the first. */
  get heardAt(): number | null {
    return this.#heardAt;
  }

  start(): void {
    void this.#connect();
  }

  /** The machine woke up or the network is back: don't wait for the pause to end, and don't trust the old line. */
  reconnectNow(): void {
    if (this.#state.kind !== 'refused') this.retry();
  }

  /** A person wants the line here and now, whatever refused it: a desk elsewhere is fenced by that. */
  retry(): void {
    this.#failures = 0;
    void this.#connect();
  }

  stop(): void {
    this.#hangUp();
    this.#become({ kind: 'offline' });
  }

  /** Asks, and waits for the one answer. */
  request<T>({ name, body, answer: schema }: LinkRequest<T>): Promise<Answer<T>> {
    const socket = this.#socket;
    if (this.#state.kind !== 'open' || !socket) return Promise.resolve({ kind: 'lost' });
    return this.#pending.open((answer) =>
      socket.request(name, body, (value) => {
        if (socket === this.#socket) this.#hear();
        const read = readAnswer(value, schema);
        if (!read) this.#deps.log.warn({ name }, 'an answer of the backend could not be read');
        answer(read ?? err({ code: 'INTERNAL' }));
      }),
    );
  }

  /** Says something whose answer nobody waits for; nothing when the line isn't open. */
  tell(name: keyof StaffToServer, body: unknown): void {
    if (this.#state.kind === 'open') this.#socket?.request(name, body, () => undefined);
  }

  #become(next: LinkState): void {
    this.#state = next;
    this.changed.emit(next);
  }

  #hangUp(): void {
    this.#attempt += 1;
    this.#cancelTimer();
    this.#socket?.close();
    this.#socket = null;
    this.#pending.loseAll();
  }

  #schedule(run: () => void, milliseconds: number): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#deps.clock.after(milliseconds, run);
  }

  #tryLater(): void {
    this.#hangUp();
    this.#become({ kind: 'offline' });
    this.#schedule(() => void this.#connect(), backoff(this.#failures, this.#deps.random));
    this.#failures += 1;
  }

  #refuse(failure: Failure): void {
    this.#hangUp();
    this.#become({ kind: 'refused', failure });
  }

  /** Null where nothing says more than that it failed: a line that just broke, a bug. */
  #handleFailure(failure: Failure | null): void {
    if (!failure) return this.#tryLater();
    this.#deps.log.warn({ code: failure.code }, 'the backend refused the connection');
    switch (judgeRefusal(failure)) {
      case 'later': return this.#tryLater();
      case 'renew': this.#deps.credentials.expire(); return this.#tryLater();
      case 'stop': return this.#refuse(failure);
      case 'signed-out': this.#refuse(failure); return this.signedOut.emit(failure);
    }
  }

  /**
   * A line that is silent for two heartbeats is dead, whatever the system says of it. A timer of its own begins anew with every
   * word: a clock that is set back would hide a dead line for as long.
   */
  #watch(): void {
    this.#schedule(() => this.#tryLater(), SILENCE_MS);
  }

  #hear(): void {
    this.#heardAt = this.#deps.clock.now();
    this.#watch();
  }

  #handleMessage(name: string, body: unknown): void {
    this.#hear();
    this.#failures = 0;
    const message = readServerMessage(name, body);
    if (!message) return this.#deps.log.warn({ name }, 'a message of the backend could not be read');
    if (message.name === 'ended') return this.#handleFailure(message.body);
    this.messages.emit(message);
  }

  async #prepare(): Promise<Result<{ url: string; token: string }, Failure>> {
    const located = await this.#deps.place.locate();
    if (!located.ok) return located;
    const token = await this.#deps.credentials.accessToken();
    return token.ok ? ok({ url: located.value, token: token.value }) : token;
  }

  /** A bug on the way to a connection is told, and is no reason to stay without one: nobody else would begin anew. */
  async #prepareOrTell(): Promise<Result<{ url: string; token: string }, Failure | null>> {
    try {
      return await this.#prepare();
    } catch (problem) {
      this.#deps.log.error({ problem: problem instanceof Error ? problem.stack : String(problem) }, 'a connection could not be prepared');
      return err(null);
    }
  }

  async #connect(): Promise<void> {
    this.#hangUp();
    const mine = this.#attempt;
    this.#become({ kind: 'connecting' });
    const prepared = await this.#prepareOrTell();
    if (mine !== this.#attempt) return;
    if (!prepared.ok) return this.#handleFailure(prepared.error);
    this.#schedule(() => this.#tryLater(), CONNECT_PATIENCE_MS);
    this.#dial(prepared.value);
  }

  #dial({ url, token }: { url: string; token: string }): void {
    const mine = this.#attempt;
    const { deviceId, nextEpoch, openSocket } = this.#deps;
    const current = (run: () => void) => {
      if (mine === this.#attempt) run();
    };
    const handshake = { protocol: PROTOCOL_VERSION, token, deviceId, epoch: nextEpoch() };
    this.#socket = openSocket({ url, handshake }, {
      onOpen: () => current(() => this.#handleOpen()),
      onClosed: (refusal) => current(() => this.#handleFailure(readFailure(refusal))),
      onMessage: (name, body) => current(() => this.#handleMessage(name, body)),
    });
  }

  #handleOpen(): void {
    this.#hear();
    this.#become({ kind: 'open' });
  }
}
