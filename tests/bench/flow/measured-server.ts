import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A server in a process of its own whose use of the processor can be asked. */
export type MeasuredServer = {
  readonly port: number;
  /** User and system time of the whole process since its start, in microseconds. */
  readonly cpuMicros: () => Promise<number>;
  /** Live heap behind a forced collection, bytes; the server was started with `--expose-gc`. */
  readonly heapBytes: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

type Word =
  | { readonly kind: 'heap'; readonly bytes: number }
  | { readonly kind: 'listening'; readonly port: number } | { readonly kind: 'cpu'; readonly usage: NodeJS.CpuUsage } | { readonly kind: 'failed'; readonly code: string };

const CPU_REPORT = path.join(import.meta.dirname, 'report-cpu.ts');

async function hear<K extends Word['kind']>(child: ChildProcess, kind: K): Promise<Extract<Word, { kind: K }>> {
  const [word] = (await once(child, 'message')) as [Word];
  if (word.kind !== kind) throw new Error(`the server said ${JSON.stringify(word)}`);
  return word as Extract<Word, { kind: K }>;
}

export type Starting = {
  readonly entry: string;
  readonly environment?: { readonly [name: string]: string };
  /** Flags of Node, for a profile. */
  readonly nodeFlags?: readonly string[];
};

/** Starts a server that says `listening` over its channel, and waits until it does. */
export async function startMeasured({ entry, environment = {}, nodeFlags = [] }: Starting): Promise<MeasuredServer> {
  const child = fork(entry, [], { env: { ...process.env, ...environment }, execArgv: [...nodeFlags, '--import', CPU_REPORT], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let isStopping = false;
  // A server that dies under the load has no measurement: the whole run fails.
  child.once('exit', (code) => {
    if (!isStopping) throw new Error(`a server ended with ${String(code)} while it was measured`);
  });
  const { port } = await hear(child, 'listening');
  return {
    port,
    cpuMicros: async () => {
      child.send('cpu');
      const { usage } = await hear(child, 'cpu');
      return usage.user + usage.system;
    },
    heapBytes: async () => {
      child.send('heap');
      return (await hear(child, 'heap')).bytes;
    },
    stop: async () => {
      isStopping = true;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
