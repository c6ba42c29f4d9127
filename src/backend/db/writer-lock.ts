import { readFile, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import type { Clock, Timers } from '../clock.ts';

/** Another process writes this database; `holder` is what is known of it. */
export class DatabaseLocked extends Error {
  readonly code = 'DATABASE_LOCKED';
  readonly holder: string;
  constructor(holder: string) {
    super(`another process has this database open for writing: ${holder}`);
    this.holder = holder;
  }
}

export type WriterLock = { readonly release: () => void };

const WAIT_MS = 5_000;
const RETRY_MS = 100;

const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === 5;

/** The lock is an open exclusive transaction on a file of its own: the system lets go of it however its process ends. */
function tryLock(file: string): DatabaseSync | null {
  const lock = new DatabaseSync(file);
  try {
    lock.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive; begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

/**
 * Takes the right to write a database, or throws `DatabaseLocked` after five seconds of waiting for whoever has it: a restart
 * meets its predecessor's end. Readers such as a backup need no lock.
 */
export async function takeWriterLock(databaseFile: string, { clock, timers }: { readonly clock: Clock; readonly timers: Timers }): Promise<WriterLock> {
  const file = `${databaseFile}.lock`;
  const holderFile = `${databaseFile}.holder`;
  const giveUpAt = clock() + WAIT_MS;
  for (;;) {
    const lock = tryLock(file);
    if (lock) {
      await writeFile(holderFile, `process ${process.pid}\n`);
      return { release: () => lock.close() };
    }
    if (clock() >= giveUpAt) throw new DatabaseLocked((await readFile(holderFile, 'utf8').catch(() => 'unknown')).trim());
    await new Promise<void>((resolve) => timers.after(RETRY_MS, resolve));
  }
}
