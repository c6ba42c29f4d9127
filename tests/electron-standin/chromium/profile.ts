import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PID_FILE = 'chromium.pid';

/** Whether a process of that id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Ends the Chromium recorded in a profile, once sure that the id still belongs to it. */
function endRecorded(profile: string): void {
  const pid = Number(readOrEmpty(join(profile, PID_FILE)));
  if (pid > 0 && readOrEmpty(`/proc/${pid}/cmdline`).includes(profile)) process.kill(pid, 'SIGKILL');
}

/** Removes a profile; what a dying Chromium still writes there is left to the next sweep. */
export function removeProfile(profile: string): void {
  try {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // The next launch sweeps it.
  }
}

/** Clears away what main processes that were killed have left behind. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (isAlive(Number.parseInt(name, 10))) continue;
    endRecorded(join(folder, name));
    removeProfile(join(folder, name));
  }
}

/** Makes a fresh profile folder named after this process, so that later launches can tell whether its owner lives. */
export function createProfile(): string {
  const folder = join(tmpdir(), 'electron-standin');
  mkdirSync(folder, { recursive: true });
  sweep(folder);
  return mkdtempSync(join(folder, `${process.pid}-`));
}

/** Records which process uses the profile. */
export function recordPid(profile: string, pid: number): void {
  writeFileSync(join(profile, PID_FILE), String(pid));
}
