import type { Failure } from '../../shared/contracts/errors.ts';
import { serverWordSchema } from '../../shared/contracts/server-word.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { Clock, Undo } from '../ports/clock.ts';
import type { DemoServer } from '../ports/demo-server.ts';
import type { Log } from '../ports/log.ts';
import type { Random } from '../ports/random.ts';
import { backoff } from './link/backoff.ts';
import { createSignal } from './signal.ts';

const START_PATIENCE_MS = 30_000;

export type ServerProcessEvents = { readonly onMessage: (message: unknown) => void; readonly onExit: (code: number | null) => void };

/** A backend as a process of its own; how it is started is the host's. `port` is the one to listen at, 0 for any. */
export type ServerProcess = { readonly kill: () => void };

type Deps = { readonly start: (events: ServerProcessEvents, port: number) => ServerProcess; readonly clock: Clock; readonly random: Random; readonly log: Log };

/** The backend that the application brings along: started when first asked for, started again (with growing pauses) when it dies. */
export class SupervisedServer implements DemoServer {
  readonly #deps: Deps;
  readonly #started = createSignal<Result<string, Failure>>();
  #child: ServerProcess | null = null;
  #address: string | null = null;
  #failures = 0;
  /** Where it listened last: customers' pages that are open find it there again. */
  #port = 0;
  #isStopped = false;
  #cancelRestart: Undo = () => undefined;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  readonly locate = (): Promise<Result<string, Failure>> => {
    if (this.#address !== null) return Promise.resolve(ok(this.#address));
    // While it pauses after a death, the pause is kept.
    if (!this.#child && this.#failures === 0) this.#run();
    return this.#waitForAddress();
  };

  readonly address = (): string | null => this.#address;

  stop(): void {
    this.#isStopped = true;
    this.#cancelRestart();
    this.#child?.kill();
  }

  #run(): void {
    this.#cancelRestart();
    this.#child ??= this.#deps.start({ onMessage: (message) => this.#handleMessage(message), onExit: (code) => this.#handleExit(code) }, this.#port);
  }

  #handleMessage(message: unknown): void {
    const { success, data: word } = serverWordSchema.safeParse(message);
    if (!success) return;
    if (word.kind === 'failed') {
      // Another port is tried at once; anything else is for a person to know.
      if (word.code !== 'PORT_IN_USE') this.#started.emit(err({ code: word.code }));
      return;
    }
    this.#failures = 0;
    this.#port = word.port;
    this.#address = `http://127.0.0.1:${word.port}`;
    this.#started.emit(ok(this.#address));
  }

  #handleExit(code: number | null): void {
    this.#child = null;
    // It could not even listen: somebody else may have the port by now.
    if (this.#address === null) this.#port = 0;
    this.#address = null;
    if (this.#isStopped) return;
    this.#deps.log.warn({ code }, 'the embedded backend ended; it is started again');
    this.#cancelRestart = this.#deps.clock.after(backoff(this.#failures, this.#deps.random), () => this.#run());
    this.#failures += 1;
  }

  #waitForAddress(): Promise<Result<string, Failure>> {
    return new Promise((resolve) => {
      const finish = (result: Result<string, Failure>) => {
        leave();
        cancel();
        resolve(result);
      };
      const leave = this.#started.on(finish);
      const cancel = this.#deps.clock.after(START_PATIENCE_MS, () => finish(err({ code: 'UNAVAILABLE' })));
    });
  }
}
