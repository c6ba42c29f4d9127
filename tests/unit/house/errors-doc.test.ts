import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ERRORS } from '../../../src/shared/contracts/errors.ts';
import { root } from './planted-house.ts';

/** `| CODE | status | retry | meaning |`, in the order of the catalogue. */
const rows = readFileSync(path.join(root, 'docs/errors.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| `[A-Z_]+` \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));

it('explains every code of the catalogue, with its status and whether to try again', () => {
  const documented = rows.map(([, code, status, retry]) => `${code} ${status} ${retry}`);
  expect(documented).toEqual(Object.entries(ERRORS).map(([code, facts]) => `${code} ${facts.status} ${facts.retry}`));
});

it('says what each means in a sentence', () => {
  expect(rows.filter(([, , , , meaning = '']) => meaning.length < 20).map(([, code]) => code)).toEqual([]);
});
