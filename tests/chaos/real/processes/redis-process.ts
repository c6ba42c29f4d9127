import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port.ts';

/** A Redis of this machine's own binary, on a port and in a folder of its own. */
export type RedisProcess = { readonly url: string; readonly pause: () => void; readonly resume: () => void; readonly stop: () => Promise<void> };

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

/** Starts one that keeps nothing. */
export async function startRedis(): Promise<RedisProcess> {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-redis-'));
  const port = await freePort();
  const server = spawn(REDIS, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder], { stdio: ['ignore', 'pipe', 'ignore'] });
  // A run that dies of an error must not leave it behind.
  const killWithUs = (): void => void server.kill('SIGKILL');
  process.once('exit', killWithUs);
  await ready(server);
  const ended = new Promise<void>((resolve) => void server.once('exit', () => resolve()));
  return {
    url: `redis://127.0.0.1:${port}`,
    pause: () => void server.kill('SIGSTOP'),
    resume: () => void server.kill('SIGCONT'),
    stop: async () => {
      process.off('exit', killWithUs);
      server.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
