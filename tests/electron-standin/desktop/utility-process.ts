import { fork, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { ForkOptions } from 'electron';
import { refuseRest } from '../core/refuse-rest.ts';
import { StrictEmitter } from '../core/strict-emitter.ts';
import { unmodelled } from '../core/unmodelled.ts';

const OPTIONS = new Set(['env', 'execArgv', 'cwd', 'stdio', 'serviceName']);
const STDIO = new Set(['inherit', 'ignore', 'pipe']);

function checkOptions(options: ForkOptions): void {
  const unknown = Object.keys(options).find((name) => !OPTIONS.has(name));
  if (unknown !== undefined) unmodelled(`the utilityProcess option '${unknown}'`);
  if (options.stdio !== undefined && !STDIO.has(String(options.stdio))) unmodelled('a list as stdio of utilityProcess');
}

function start(modulePath: string, args: string[], options: ForkOptions): ChildProcess {
  const { env = process.env, cwd, stdio = 'inherit', execArgv = [] } = options;
  const preparation = ['--import', new URL('utility-child.ts', import.meta.url).href];
  const outputs = String(stdio) as 'inherit' | 'ignore' | 'pipe';
  return fork(modulePath, args, {
    env: env as NodeJS.ProcessEnv,
    execArgv: [...preparation, ...execArgv],
    serialization: 'advanced',
    stdio: ['ignore', outputs, outputs, 'ipc'],
    ...(cwd === undefined ? {} : { cwd }),
  });
}

/** A child process of Node with a `process.parentPort`. It ends when the main process does, however that ends. */
export class UtilityProcess extends StrictEmitter {
  readonly #child: ChildProcess;
  #pid: number | undefined;

  constructor(modulePath: string, args: string[], options: ForkOptions) {
    super({ api: 'UtilityProcess', fired: ['spawn', 'message', 'exit'], never: ['error', 'login'] });
    this.#child = start(modulePath, args, options);
    this.#child.on('spawn', () => {
      this.#pid = this.#child.pid;
      this.emit('spawn');
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code, signal) => {
      this.#pid = undefined;
      this.emit('exit', signal === 'SIGTERM' ? 0 : (code ?? 1));
    });
  }

  get pid(): number | undefined {
    return this.#pid;
  }

  get stdout(): Readable | null {
    return this.#child.stdout;
  }

  get stderr(): Readable | null {
    return this.#child.stderr;
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) unmodelled('the transfer of a MessagePort to a utility process');
    if (this.#child.connected) this.#child.send({ data: message });
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

refuseRest(UtilityProcess.prototype, 'UtilityProcess');

/** Electron's `utilityProcess`. */
export const utilityProcess = {
  fork(modulePath: string, args: string[] = [], options: ForkOptions = {}): UtilityProcess {
    checkOptions(options);
    return new UtilityProcess(modulePath, args, options);
  },
};
