import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port.ts';

/** A Redis of this machine's own binary, on a port and in a folder of its own. */
export type RedisProcess = {
  readonly url: string;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Killed, and started again at the same port with nothing of what it knew. */
  readonly crash: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export const REDIS = 'redis-server';
const READY = 'Ready to accept connections';

/** Resolves when it says so; rejects with what it said when it ends instead. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes(READY)) resolve();
    });
    server.once('exit', () => reject(new Error(`Redis did not start:\n${said}`)));
  });
}

const gone = (server: ChildProcess): Promise<void> => new Promise((resolve) => void server.once('exit', () => resolve()));

/** Starts one that keeps nothing. */
export async function startRedis(): Promise<RedisProcess> {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-redis-'));
  const port = await freePort();
  const begin = (): ChildProcess => spawn(REDIS, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder], { stdio: ['ignore', 'pipe', 'ignore'] });
  let server = begin();
  const kill = async (): Promise<void> => {
    const ended = gone(server);
    server.kill('SIGKILL');
    await ended;
  };
  // A run that dies of an error must not leave it behind.
  const killWithUs = (): void => void server.kill('SIGKILL');
  process.once('exit', killWithUs);
  await ready(server);
  return {
    url: `redis://127.0.0.1:${port}`,
    pause: () => void server.kill('SIGSTOP'),
    resume: () => void server.kill('SIGCONT'),
    crash: async () => {
      await kill();
      server = begin();
      await ready(server);
    },
    stop: async () => {
      process.off('exit', killWithUs);
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
