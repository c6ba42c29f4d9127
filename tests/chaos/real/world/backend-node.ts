import { startBackend, type BackendOptions, type BackendProcess } from '../processes/backend-process.ts';

/** A place where a backend runs, whichever life of it. */
export class BackendNode {
  readonly #options: BackendOptions;
  readonly #complaints: string[] = [];
  #process: BackendProcess | null = null;
  #starting: Promise<void> | null = null;
  #isClosed = false;

  constructor(options: BackendOptions) {
    this.#options = options;
  }

  /** Where it listens, or null while it doesn't. */
  get port(): number | null {
    return this.#process?.isAlive() ? this.#process.port : null;
  }

  /** Starts it unless it lives or is about to. */
  start(): Promise<void> {
    if (this.port !== null || this.#isClosed) return Promise.resolve();
    this.#starting ??= this.#start().finally(() => (this.#starting = null));
    return this.#starting;
  }

  pause(): void {
    this.#process?.pause();
  }

  resume(): void {
    this.#process?.resume();
  }

  async kill(): Promise<void> {
    await this.#process?.kill();
  }

  /** Ends it as a signal does that it hears. */
  async stop(): Promise<void> {
    await this.#process?.stop();
  }

  /** What its lives wrote as errors. */
  complaints(): string[] {
    return [...this.#complaints, ...(this.#process?.complaints() ?? [])];
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#starting;
    await this.kill();
  }

  async #start(): Promise<void> {
    if (this.#process) this.#complaints.push(...this.#process.complaints());
    this.#process = null;
    try {
      this.#process = await startBackend(this.#options);
    } catch (problem) {
      // Its database may be down: whoever supervises tries again.
      this.#complaints.push(String(problem));
    }
  }
}
