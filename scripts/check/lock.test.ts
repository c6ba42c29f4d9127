import { describe, expect, it } from 'vitest';
import { brokenPins, incompleteEntries, registryHosts } from './lock.ts';

describe('the lock', () => {
  it('is complete when a dependency stands beside, above or at the root', () => {
    const lock = {
      packages: {
        '': { dependencies: { a: '1' } },
        'node_modules/a': { dependencies: { b: '1', c: '1' } },
        'node_modules/a/node_modules/b': { dependencies: { c: '1', d: '1' } },
        'node_modules/a/node_modules/d': {},
        'node_modules/c': {},
      },
    };
    expect(incompleteEntries(lock)).toEqual([]);
  });

  it("misses another system's binary", () => {
    const lock = { packages: { 'node_modules/@x/tool': { optionalDependencies: { '@x/tool-win32': '1' } }, 'node_modules/other/node_modules/@x/tool-win32': {} } };
    expect(incompleteEntries(lock)).toEqual(['node_modules/@x/tool needs @x/tool-win32, which has no entry in the lock']);
  });

  it('names no host', () => {
    expect(registryHosts({ packages: { 'node_modules/a': { resolved: 'https://packages.example/a.tgz' }, 'node_modules/b': {} } })).toHaveLength(1);
  });

  it('holds the versions that package.json pins', () => {
    const lock = { packages: { 'node_modules/a': { version: '1.0.0' } } };
    expect(brokenPins({ dependencies: { a: '1.0.0' } }, lock)).toEqual([]);
    expect(brokenPins({ dependencies: { a: '^1.0.0' }, devDependencies: { b: '2.0.0' } }, lock)).toHaveLength(2);
  });
});
