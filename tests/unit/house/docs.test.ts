import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './planted-house.ts';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const pages = [
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((file) => path.join('docs', file)),
  ...readdirSync(root).map(String),
].filter((file) => file.endsWith('.md'));

/** `` `src/main/sessions/` `` and the like; a pattern or a placeholder is not a path. */
const pathsIn = (text: string) =>
  [...text.matchAll(/`((?:src|tests|docs|scripts|resources|bin|\.ci)\/[^`\s]*|[\w.-]+\.config\.ts)`/g)].map((match) => match[1] ?? '').filter((one) => !/[<>*{}]/.test(one));

const linksIn = (text: string) =>
  [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => match[1] ?? '').filter((link) => !/^[a-z]+:/.test(link));

describe('the documentation', () => {
  it('opens with where to go to change something', () => {
    const [, table = ''] = read('docs/architecture.md').split(/^## To change .*$/m);
    const rows = (table.split(/^## /m)[0] ?? '').split('\n').filter((line) => line.startsWith('| ')).slice(2);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((row) => pathsIn(row).length === 0)).toEqual([]);
  });

  it('names only paths that exist', () => {
    const named = ['docs/architecture.md', 'CONTRIBUTING.md'].flatMap((page) => pathsIn(read(page)));
    expect(named.filter((one) => !existsSync(path.join(root, one)))).toEqual([]);
  });

  it.each(pages)('%s has no dead link', (page) => {
    const dead = linksIn(read(page)).filter((link) => !existsSync(path.join(root, path.dirname(page), link)));
    expect(dead).toEqual([]);
  });

  it('numbers the decisions without a gap and lists each', () => {
    const records = readdirSync(path.join(root, 'docs/decisions')).filter((file) => /^\d{3}-/.test(file)).toSorted();
    expect(records.map((file) => Number(file.slice(0, 3)))).toEqual(records.map((_file, index) => index + 1));
    const index = linksIn(read('docs/decisions/README.md'));
    expect(records.filter((file) => !index.includes(file))).toEqual([]);
  });
});
