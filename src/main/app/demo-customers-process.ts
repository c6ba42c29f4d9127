import { utilityProcess } from 'electron';
import type { Customers } from '../sessions/index.ts';

/** The demo shop's customers in a process of their own, which ends with the application. */
export function startDemoCustomers(entry: string, serverUrl: string): Customers {
  const child = utilityProcess.fork(entry, ['--server', serverUrl], { serviceName: 'baton-customers', stdio: 'ignore' });
  return { kill: () => void child.kill() };
}
