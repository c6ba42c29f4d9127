import type { Failure } from '../../shared/contracts/errors.ts';
import type { ServerToCustomer } from '../../shared/contracts/wire/customer-socket.ts';
import { HEARTBEAT_MS } from '../../shared/lib/protocol.ts';
import { backoff } from './backoff.ts';
import type { Clock, Random, Undo } from './clock.ts';
import { readFailure, RENEW, STOP } from './failure.ts';
import { createRequests, type Answer, type Requests } from './requests.ts';
import type { Session } from './session.ts';
import type { OpenSocket, Socket } from './socket.ts';

const CONNECT_PATIENCE_MS = 10_000;
const SILENCE_MS = 2 * HEARTBEAT_MS;

export type LinkState = { readonly kind: 'connecting' | 'offline' | 'open' } | { readonly kind: 'refused'; readonly failure: Failure };

type Body<N extends keyof ServerToCustomer> = Parameters<ServerToCustomer[N]>[0];

export type LinkListener = {
  readonly onState: (state: LinkState) => void;
  readonly onEvents: (events: Body<'events'>) => void;
  readonly onHeartbeat: (heartbeat: Body<'heartbeat'>) => void;
  readonly onTyping: (activity: Body<'typing'>) => void;
};

export type LinkDeps = { readonly session: Session; readonly openSocket: OpenSocket; readonly clock: Clock; readonly random: Random };

/** The page's one connection. It reconnects by itself until it is stopped or refused for good. */
export class Link {
  readonly #deps: LinkDeps;
  readonly #listener: LinkListener;
  readonly #requests: Requests;
  #state: LinkState = { kind: 'offline' };
  #socket: Socket | null = null;
  #failures = 0;
  /** Counts attempts: what an older one still has to say is of no interest. */
  #attempt = 0;
  #cancelTimer: Undo = () => undefined;

  constructor(deps: LinkDeps, listener: LinkListener) {
    this.#deps = deps;
    this.#listener = listener;
    this.#requests = createRequests(deps.clock, () => this.#watch());
  }

  start(): void {
    void this.#connect();
  }

  stop(): void {
    this.#hangUp();
    this.#become({ kind: 'offline' });
  }

  /** The device woke up or the network is back: don't wait for the pause to end, and don't trust the old line. */
  reconnectNow(): void {
    if (this.#state.kind === 'refused') return;
    this.#failures = 0;
    void this.#connect();
  }

  request<T>(name: string, body: unknown): Promise<Answer<T>> {
    if (this.#state.kind !== 'open' || !this.#socket) return Promise.resolve({ kind: 'lost' });
    return this.#requests.ask<T>(this.#socket, name, body);
  }

  /** Says something whose answer nobody waits for; nothing when the line isn't open. */
  tell(name: string, body: unknown): void {
    if (this.#state.kind === 'open') this.#socket?.request(name, body, () => undefined);
  }

  async #connect(): Promise<void> {
    this.#hangUp();
    const attempt = this.#attempt;
    const only = <A extends readonly unknown[]>(run: (...args: A) => void) => (...args: A): void => {
      if (attempt === this.#attempt) run(...args);
    };
    this.#become({ kind: 'connecting' });
    const visit = await this.#deps.session.current();
    only(() => {
      if (!visit.ok) return this.#handleFailure(visit.error);
      this.#schedule(() => this.#later(), CONNECT_PATIENCE_MS);
      this.#socket = this.#deps.openSocket(visit.value.token, {
        onOpen: only(() => this.#handleOpen()),
        onClosed: only((refusal) => this.#handleFailure(readFailure(refusal))),
        onMessage: only((name: string, body: unknown) => this.#handleMessage(name, body)),
      });
    })();
  }

  #become(state: LinkState): void {
    this.#state = state;
    this.#listener.onState(state);
  }

  #schedule(run: () => void, milliseconds: number): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#deps.clock.after(milliseconds, run);
  }

  #hangUp(): void {
    this.#attempt += 1;
    this.#cancelTimer();
    this.#socket?.close();
    this.#socket = null;
    this.#requests.loseAll();
  }

  #later(): void {
    this.#hangUp();
    this.#become({ kind: 'offline' });
    this.#schedule(() => void this.#connect(), backoff(this.#failures, this.#deps.random));
    this.#failures += 1;
  }

  #handleFailure(failure: Failure | null): void {
    if (failure && STOP.has(failure.code)) {
      this.#hangUp();
      return this.#become({ kind: 'refused', failure });
    }
    if (failure && RENEW.has(failure.code)) this.#deps.session.expire();
    this.#later();
  }

  #handleOpen(): void {
    this.#watch();
    this.#become({ kind: 'open' });
  }

  /**
   * A line that is silent for two heartbeats is dead, whatever the system says of it. A timer of its own begins anew with every
   * word: a clock that is set back would hide a dead line for as long.
   */
  #watch(): void {
    this.#schedule(() => this.#later(), SILENCE_MS);
  }

  #handleMessage(name: string, body: unknown): void {
    this.#watch();
    this.#failures = 0;
    switch (name as keyof ServerToCustomer) {
      case 'events': return this.#listener.onEvents(body as Body<'events'>);
      case 'heartbeat': return this.#listener.onHeartbeat(body as Body<'heartbeat'>);
      case 'typing': return this.#listener.onTyping(body as Body<'typing'>);
      case 'ended': return this.#handleFailure(readFailure(body));
    }
  }
}
