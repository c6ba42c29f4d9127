import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryOf } from './kill-planted.ts';
import { patchOf } from './patched-tree.ts';
import { PLANTED_BUGS } from './planted-bugs.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const names = PLANTED_BUGS.map(({ name }) => name);

describe('planted bugs', () => {
  it.each(names)('%s applies to the product as it is, and what shows it is remembered', (name) => {
    expect(() => execFileSync('git', ['apply', '--check', patchOf(name)], { cwd: ROOT, stdio: 'pipe' })).not.toThrow();
    expect(existsSync(memoryOf(name))).toBe(true);
  });

  it('has a rule for every patch', () => {
    const patches = readdirSync(path.dirname(patchOf(''))).map((file) => path.basename(file, '.patch'));
    expect(patches.toSorted()).toEqual(names.toSorted());
  });
});
