import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { queryObjects } from 'node:v8';

/** How a process is at a moment of rest, behind a forced collection. */
export type Vitals = {
  readonly heapBytes: number;
  readonly residentBytes: number;
  /** Held by objects of the heap outside of it: buffers, statements of the database. */
  readonly externalBytes: number;
  /** Living functions: every listener that nobody took back is one, and no cache hides it as the bytes of a heap do. */
  readonly closures: number;
  /** Sockets, timers, requests: what keeps a loop alive. */
  readonly handles: number;
  readonly files: number;
  /** User and system time since the start, microseconds. */
  readonly cpuMicros: number;
  /** Since the last report, milliseconds. */
  readonly delayP99: number;
};

/** Preloaded with `--expose-gc`: answers every `vitals` of the parent. */
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

function takeVitals(): Vitals {
  const delayP99 = delay.percentile(99) / 1e6;
  const { user, system } = process.cpuUsage();
  const cpuMicros = user + system;
  // Twice: the first lets weak references and finalizers go, whose objects the second takes.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed: heapBytes, rss: residentBytes, external: externalBytes } = process.memoryUsage();
  const closures = queryObjects(Function, { format: 'count' });
  delay.reset();
  return { cpuMicros, heapBytes, residentBytes, externalBytes, closures, handles: process.getActiveResourcesInfo().length, files: readdirSync('/proc/self/fd').length, delayP99 };
}

process.on('message', (word: unknown) => {
  if (word === 'vitals') process.send?.({ kind: 'vitals', vitals: takeVitals() });
});
