import type { Failure } from '../../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { KeyringRefused } from '../../ports/secrets.ts';

/** Codes of the system (errno) by what a person can do about them; the same two as SQLite's. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
const FAILED: ReadonlySet<string> = new Set(['EIO', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE']);

/** What a file, a folder or the keyring refuses: STORAGE_FULL or STORAGE_FAILED. Null for a bug. */
function fileFailure(problem: unknown): Failure | null {
  if (problem instanceof KeyringRefused) return { code: 'STORAGE_FAILED' };
  const code = problem instanceof Error && 'code' in problem && typeof problem.code === 'string' ? problem.code : '';
  if (FULL.has(code)) return { code: 'STORAGE_FULL' };
  return FAILED.has(code) ? { code: 'STORAGE_FAILED' } : null;
}

/** Runs what reads or writes files or secrets; what the disk or the keyring refuses is a failure, a bug throws. */
export async function withFiles<T>(run: () => Promise<T>): Promise<Result<T, Failure>> {
  try {
    return ok(await run());
  } catch (problem) {
    const failure = fileFailure(problem);
    if (failure) return err(failure);
    throw problem;
  }
}
