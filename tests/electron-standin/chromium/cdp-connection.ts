import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from '@playwright/test';

// The protocol's types are Playwright's, taken from its one public use of them.
declare const playwrightSend: CDPSession['send'];
declare const playwrightOn: CDPSession['on'];
type Method = Parameters<typeof playwrightSend>[0];
type Answer<M extends Method> = Awaited<ReturnType<typeof playwrightSend<M>>>;
type Listener<E extends EventName> = Parameters<typeof playwrightOn<E>>[1];

/** The events the stand-in listens to. */
type EventName =
  | 'Fetch.requestPaused'
  | 'Inspector.targetCrashed'
  | 'Page.frameNavigated'
  | 'Page.frameRequestedNavigation'
  | 'Page.lifecycleEvent'
  | 'Page.navigatedWithinDocument'
  | 'Page.windowOpen'
  | 'Runtime.bindingCalled'
  | 'Runtime.executionContextCreated'
  | 'Runtime.executionContextsCleared'
  | 'Target.attachedToTarget'
  | 'Target.targetDestroyed';

/** A command failed, or the page or browser it was meant for is gone. */
export class CdpError extends Error {
  override name = 'CdpError';
}

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
  sessionId?: string;
}

interface Pending {
  readonly method: string;
  readonly sessionId: string | undefined;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** A session of the Chrome DevTools Protocol: the browser itself, or one page. */
export class CdpSession {
  readonly #connection: CdpConnection;
  readonly #id: string | undefined;
  readonly #events = new EventEmitter();

  constructor(connection: CdpConnection, id: string | undefined) {
    this.#connection = connection;
    this.#id = id;
  }

  /** Sends a command; rejects with CdpError when it fails or its target goes away. */
  send<M extends Method>(method: M, params?: Parameters<typeof playwrightSend<M>>[1]): Promise<Answer<M>> {
    return this.#connection.request(method, params ?? {}, this.#id) as Promise<Answer<M>>;
  }

  on<E extends EventName>(event: E, listener: Listener<E>): void {
    this.#events.on(event, listener);
  }

  /** Called by the connection with what arrives for this session. */
  receive(event: string, payload: unknown): void {
    this.#events.emit(event, payload);
  }
}

/**
 * The protocol over a pair of pipes, as Chromium's `--remote-debugging-pipe` speaks it: JSON ended by a zero byte.
 * Chromium ends itself when the pipe closes, so it can't outlive a main process that was killed.
 */
export class CdpConnection {
  readonly root: CdpSession;
  readonly #sessions = new Map<string, CdpSession>();
  readonly #pending = new Map<number, Pending>();
  readonly #output: Writable;
  #lastId = 0;
  #isClosed = false;
  #chunks: Buffer[] = [];

  constructor(input: Readable, output: Writable) {
    this.#output = output;
    this.root = new CdpSession(this, undefined);
    input.on('data', (chunk: Buffer) => this.#read(chunk));
    input.on('close', () => this.#close());
    // Writing to a browser that has just gone is answered by the close above.
    output.on('error', () => this.#close());
  }

  /** The session of an attached target. */
  session(id: string): CdpSession {
    const session = this.#sessions.get(id) ?? new CdpSession(this, id);
    this.#sessions.set(id, session);
    return session;
  }

  /** Sends one command; rejects with CdpError when it fails or its target goes away. */
  request(method: string, params: object, sessionId: string | undefined): Promise<unknown> {
    if (this.#isClosed) return Promise.reject(new CdpError(`${method}: the browser is closed`));
    this.#lastId += 1;
    const id = this.#lastId;
    this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#pending.set(id, { method, sessionId, resolve, reject }));
  }

  #read(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...this.#chunks, rest.subarray(0, end)]).toString('utf8');
      this.#chunks = [];
      rest = rest.subarray(end + 1);
      this.#dispatch(JSON.parse(text) as Message);
    }
    this.#chunks.push(rest);
  }

  #dispatch(message: Message): void {
    if (message.id !== undefined) return this.#settle(message.id, message);
    if (message.method === undefined) return;
    if (message.method === 'Target.detachedFromTarget') this.#detach((message.params as { sessionId: string }).sessionId);
    const session = message.sessionId === undefined ? this.root : this.#sessions.get(message.sessionId);
    session?.receive(message.method, message.params);
  }

  #settle(id: number, { result, error }: Message): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (error === undefined) pending?.resolve(result);
    else pending?.reject(new CdpError(`${pending.method}: ${error.message}`));
  }

  #detach(sessionId: string): void {
    this.#sessions.delete(sessionId);
    this.#rejectPending((pending) => pending.sessionId === sessionId);
  }

  #close(): void {
    this.#isClosed = true;
    this.#rejectPending(() => true);
  }

  #rejectPending(isGone: (pending: Pending) => boolean): void {
    for (const [id, pending] of this.#pending) {
      if (!isGone(pending)) continue;
      this.#pending.delete(id);
      pending.reject(new CdpError(`${pending.method}: the target is gone`));
    }
  }
}

/** For a command whose target may go away meanwhile, when that is no news. */
export async function unlessGone(command: Promise<unknown>): Promise<void> {
  try {
    await command;
  } catch (error) {
    if (!(error instanceof CdpError)) throw error;
  }
}
