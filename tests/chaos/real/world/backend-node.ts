import { startBackend, type BackendOptions, type BackendProcess } from '../processes/backend-process.ts';

/** What stands before a program's command line in its first, second, ... life. */
export type PrefixOf = (life: number) => readonly string[];

export const NO_PREFIX: PrefixOf = () => [];

type NodeOptions = Omit<BackendOptions, 'prefix'> & { readonly prefixOf?: PrefixOf };

/** A place where a backend runs, whichever life of it. */
export class BackendNode {
  readonly #options: NodeOptions;
  readonly #complaints: string[] = [];
  #lives = 0;
  #process: BackendProcess | null = null;
  #starting: Promise<void> | null = null;
  #isClosed = false;
  #isMeantToEnd = false;
  #falls = 0;

  constructor(options: NodeOptions) {
    this.#options = options;
  }

  /** How often it was started. */
  get lives(): number {
    return this.#lives;
  }

  /** How often it ended though nobody ended it. */
  get falls(): number {
    return this.#falls;
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
    this.#isMeantToEnd = true;
    await this.#process?.kill();
  }

  /** Ends it as a signal does that it hears. */
  async stop(): Promise<void> {
    this.#isMeantToEnd = true;
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

  #bury(process: BackendProcess): void {
    this.#complaints.push(...process.complaints());
    if (!this.#isMeantToEnd) this.#falls += 1;
  }

  async #start(): Promise<void> {
    if (this.#process) this.#bury(this.#process);
    this.#process = null;
    this.#isMeantToEnd = false;
    this.#lives += 1;
    const { prefixOf = NO_PREFIX, ...options } = this.#options;
    try {
      this.#process = await startBackend({ ...options, prefix: prefixOf(this.#lives) });
    } catch (problem) {
      // Its database may be down: whoever supervises tries again.
      this.#complaints.push(String(problem));
    }
  }
}
