import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { RUN_FOLDER } from './launch-desk.ts';

const ENTRY = resolve(import.meta.dirname, '../../../src/backend/server.ts');

/** A backend in a process of its own, with the demo shop. */
export type BackendProcess = {
  readonly port: number;
  readonly address: string;
  readonly chatPage: string;
  /** Where its database lies, for another one to go on from. */
  readonly dataFolder: string;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
};

type Word = { readonly kind: string; readonly port?: number };

async function portOf(child: ChildProcess): Promise<number> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The backend ended with ${String(code)} before it listened`);
  });
  const [word] = (await Promise.race([once(child, 'message'), ended])) as [Word];
  if (word.kind !== 'listening' || word.port === undefined) throw new Error(`The backend said ${JSON.stringify(word)}`);
  return word.port;
}

/** Starts a backend and waits until it listens; with the folder and port of an earlier one it goes on where that stopped. */
export async function startBackend(earlier?: Pick<BackendProcess, 'dataFolder' | 'port'>): Promise<BackendProcess> {
  const dataFolder = earlier?.dataFolder ?? (await mkdtemp(join(process.env[RUN_FOLDER] ?? tmpdir(), 'backend-')));
  const env = { ...process.env, PORT: String(earlier?.port ?? 0), BATON_DATA: dataFolder, BATON_DEMO: '1', BATON_LOG: 'error' };
  const child = fork(ENTRY, [], { env, execArgv: [] });
  const port = await portOf(child);
  const address = `http://127.0.0.1:${port}`;
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };
  return { port, address, chatPage: `${address}/chat?shop=shanlan`, dataFolder, kill };
}
