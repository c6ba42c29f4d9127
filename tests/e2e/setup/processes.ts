import { spawnSync } from 'node:child_process';

/** The process that listens at a port of this machine, or null. */
export function listenerAt(port: number): number | null {
  const { stdout } = spawnSync('ss', ['-Hltnp', `sport = :${port}`], { encoding: 'utf8' });
  const pid = /pid=(\d+)/.exec(stdout)?.[1];
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
