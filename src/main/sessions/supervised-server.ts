import type { Failure } from '../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { Clock, Undo } from '../ports/clock.ts';
import type { DemoServer } from '../ports/demo-server.ts';
import type { Log } from '../ports/log.ts';
import type { Random } from '../ports/random.ts';
import { backoff } from './link/backoff.ts';

const START_PATIENCE_MS = 30_000;

export type ServerProcessEvents = { readonly onMessage: (message: unknown) => void; readonly onExit: (code: number | null) => void };

/** A backend as a process of its own; how it is started is the host's. */
export type ServerProcess = { readonly kill: () => void };

export type SupervisedServer = DemoServer & { readonly stop: () => void };

type Deps = { readonly start: (events: ServerProcessEvents) => ServerProcess; readonly clock: Clock; readonly random: Random; readonly log: Log };

function portOf(message: unknown): number | null {
  const { kind, port } = (typeof message === 'object' && message !== null ? message : {}) as { kind?: unknown; port?: unknown };
  return kind === 'listening' && typeof port === 'number' ? port : null;
}

/** The backend that the application brings along: started when first asked for, started again (with growing pauses) when it dies. */
export function createSupervisedServer({ start, clock, random, log }: Deps): SupervisedServer {
  let child: ServerProcess | null = null;
  let address: string | null = null;
  let failures = 0;
  let isStopped = false;
  let cancelRestart: Undo = () => undefined;
  const waiting = new Set<(address: string) => void>();

  function handleMessage(message: unknown): void {
    const port = portOf(message);
    if (port === null) return;
    failures = 0;
    address = `http://127.0.0.1:${port}`;
    for (const tell of [...waiting]) tell(address);
  }

  function handleExit(code: number | null): void {
    child = null;
    address = null;
    if (isStopped) return;
    log.warn({ code }, 'the embedded backend ended; it is started again');
    cancelRestart = clock.after(backoff(failures, random), run);
    failures += 1;
  }

  function run(): void {
    cancelRestart();
    child ??= start({ onMessage: handleMessage, onExit: handleExit });
  }

  function listening(): Promise<Result<string, Failure>> {
    return new Promise((resolve) => {
      const finish = (result: Result<string, Failure>) => {
        waiting.delete(tell);
        cancel();
        resolve(result);
      };
      const tell = (found: string) => finish(ok(found));
      const cancel = clock.after(START_PATIENCE_MS, () => finish(err({ code: 'UNAVAILABLE' })));
      waiting.add(tell);
    });
  }

  return {
    locate: () => {
      if (address !== null) return Promise.resolve(ok(address));
      // While it pauses after a death, the pause is kept.
      if (!child && failures === 0) run();
      return listening();
    },
    stop: () => {
      isStopped = true;
      cancelRestart();
      child?.kill();
    },
  };
}
