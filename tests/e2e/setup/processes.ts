import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTENING = '0A';

/** The kernel's numbers of the sockets that listen at a port; Linux tells them in /proc/net. */
function socketsAt(port: number): Set<string> {
  const address = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = ['tcp', 'tcp6'].flatMap((family) => readFileSync(`/proc/net/${family}`, 'utf8').split('\n').slice(1));
  const listening = rows.map((row) => row.trim().split(/\s+/)).filter(([, local, , state]) => local?.endsWith(address) && state === LISTENING);
  return new Set(listening.map((fields) => `socket:[${fields[9]}]`));
}

/** What `read` gives, or nothing where it has gone meanwhile: processes end and files close while one looks. */
function unlessGone(read: () => string[]): string[] {
  try {
    return read();
  } catch {
    return [];
  }
}

/** What a process has open. */
function openBy(pid: string): string[] {
  const folder = `/proc/${pid}/fd`;
  return unlessGone(() => readdirSync(folder)).flatMap((number) => unlessGone(() => [readlinkSync(`${folder}/${number}`)]));
}

/** The process that listens at a port of this machine, or null. */
export function listenerAt(port: number): number | null {
  const sockets = socketsAt(port);
  const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && openBy(name).some((file) => sockets.has(file)));
  return pid === undefined ? null : Number(pid);
}

/** Whether a process is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
