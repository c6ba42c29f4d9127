import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A run of tests has one temporary folder: whatever a test makes under `tmpdir()` lies in it, and goes with it, also when the
 * test was cut short. Called by vitest before the workers start, which inherit the environment; what it returns is called at the end.
 */
export function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
