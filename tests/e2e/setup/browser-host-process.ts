import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { RUN_FOLDER } from './launch-desk.ts';

const ENTRY = resolve(import.meta.dirname, '../../../src/browser-host/index.ts');

export type BrowserHostProcess = {
  /** The address that opens a session once. */
  readonly login: string;
  readonly origin: string;
  readonly stop: () => Promise<void>;
};

/** Starts the browser host with the demo shop, as a person would, and reads the address that it prints. */
export async function startBrowserHost(): Promise<BrowserHostProcess> {
  const data = await mkdtemp(join(process.env[RUN_FOLDER] ?? tmpdir(), 'host-'));
  const child = spawn(process.execPath, [ENTRY, '--demo', '--data', data], { env: { ...process.env, BATON_CUSTOMERS: 'off' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async (): Promise<void> => {
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
  };
  for await (const line of createInterface(child.stdout)) {
    const login = /http:\S+/.exec(line)?.[0];
    if (login !== undefined) return { login, origin: new URL(login).origin, stop };
  }
  throw new Error('The browser host ended without an address');
}
