import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import configuration from '../../../.dependency-cruiser.mjs';
import { type Plant, allowed, plants } from './arrows-plants.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);

/** What was reported, as `rule: from -> specifier`. */
const found = new Set<string>();
let house: string;

const targetOf = (plant: Plant) => path.posix.join(path.posix.dirname(plant.from), plant.to);
const report = (rule: string, from: string, specifier: string) => `${rule}: ${from} -> ${specifier.replace(/^node:/, '')}`;

async function write(file: string, text: string) {
  await mkdir(path.dirname(path.join(house, file)), { recursive: true });
  await writeFile(path.join(house, file), text, { flag: 'a' });
}

async function build(plant: Plant) {
  const statement = plant.how ?? ((specifier: string) => `import '${specifier}';`);
  await write(plant.from, `${statement(plant.to)}\n`);
  if (plant.to.startsWith('.') && plant.isMissing !== true) await write(targetOf(plant), 'export type T = 1;\n');
}

beforeAll(async () => {
  house = await mkdtemp(path.join(tmpdir(), 'baton-arrows-'));
  await cp(path.join(root, 'package.json'), path.join(house, 'package.json'));
  await symlink(path.join(root, 'node_modules'), path.join(house, 'node_modules'));
  for (const plant of [...plants, ...allowed]) await build(plant);
  const { stdout } = await run(
    path.join(root, 'node_modules/.bin/depcruise'),
    ['src', 'tests', '--config', path.join(root, '.dependency-cruiser.mjs'), '--output-type', 'json'],
    { cwd: house, maxBuffer: 2 ** 26 },
  ).catch((refused: { stdout: string }) => refused);
  const result = JSON.parse(stdout) as ICruiseResult;
  for (const module of result.modules) {
    for (const arrow of module.dependencies) {
      for (const rule of arrow.rules ?? []) found.add(report(rule.name, module.source, arrow.module));
    }
  }
}, 60_000);

afterAll(() => rm(house, { recursive: true, force: true }));

describe('forbidden arrows', () => {
  it.each(plants)('$rule refuses $from -> $to', (plant) => {
    expect(found).toContain(report(plant.rule, plant.from, plant.to));
  });

  it('reports nothing else', () => {
    const planted = plants.flatMap((plant) => [plant.rule, ...(plant.alsoBy ?? [])].map((rule) => report(rule, plant.from, plant.to)));
    expect([...found].filter((one) => !planted.includes(one))).toEqual([]);
  });

  it('has a planted violation for every rule', () => {
    const planted = new Set(plants.map((plant) => plant.rule));
    const rules = (configuration.forbidden ?? []).map((rule) => rule.name ?? '');
    expect(rules.filter((rule) => !planted.has(rule))).toEqual([]);
  });
});
