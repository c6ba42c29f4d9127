import { inspect } from 'node:util';

/** Says what went wrong where Electron says it: on the main process's standard error. */
export function report(what: string, error: unknown): void {
  process.stderr.write(`${what} ${error instanceof Error ? (error.stack ?? error.message) : inspect(error)}\n`);
}
