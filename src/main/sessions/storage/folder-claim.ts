import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { isBusy, storageFailure } from './sqlite-failure.ts';

/** A folder that nobody else may open. */
export type Claim = { readonly release: () => void };

export type ClaimFolder = (folder: string) => Result<Claim, Failure>;

/**
 * Claims a folder for this process, or refuses with `DATABASE_LOCKED` while another has it: two desks on one outbox would send and
 * forget for each other. It is an open exclusive transaction on a file of its own, which the system lets go of however the
 * process ends. `STORAGE_FULL` and `STORAGE_FAILED` when the disk refuses.
 */
export const claimFolder: ClaimFolder = (folder) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(folder, 'claim.sqlite'));
  try {
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = exclusive; BEGIN EXCLUSIVE');
    return ok({ release: () => lock.close() });
  } catch (problem) {
    lock.close();
    const failure: Failure | null = isBusy(problem) ? { code: 'DATABASE_LOCKED' } : storageFailure(problem);
    if (failure) return err(failure);
    throw problem;
  }
};
