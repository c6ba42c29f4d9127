import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Customers } from '../main/sessions/index.ts';

/** The demo shop's customers as a child process, from its source; they go when the channel between the two closes. */
export function startDemoCustomers(serverUrl: string): Customers {
  const child = fork(join(import.meta.dirname, '../simulator/demo-customers.ts'), ['--server', serverUrl], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return { kill: () => void child.kill() };
}
