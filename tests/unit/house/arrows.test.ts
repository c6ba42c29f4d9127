import path from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Plant, allowed, plants } from './arrows-plants.ts';
import { type PlantedHouse, buildPlantedHouse, root } from './planted-house.ts';

/** What was reported, as `rule: from -> specifier`. */
const found = new Set<string>();
let house: PlantedHouse;
let rules: readonly string[];

const targetOf = (plant: Plant) => path.posix.join(path.posix.dirname(plant.from), plant.to);
const report = (rule: string, from: string, specifier: string) => `${rule}: ${from} -> ${specifier.replace(/^node:/, '')}`;

async function build(plant: Plant) {
  const statement = plant.how ?? ((specifier: string) => `import '${specifier}';`);
  await house.write(plant.from, `${statement(plant.to)}\n`);
  if (plant.to.startsWith('.') && plant.isMissing !== true) await house.write(targetOf(plant), 'export type T = 1;\n');
}

beforeAll(async () => {
  house = await buildPlantedHouse(['package.json']);
  for (const plant of [...plants, ...allowed]) await build(plant);
  const answer = await house.run('depcruise', ['src', 'tests', '--config', path.join(root, '.dependency-cruiser.mjs'), '--output-type', 'json']);
  const result = JSON.parse(answer) as ICruiseResult;
  rules = (result.summary.ruleSetUsed?.forbidden ?? []).map((rule) => rule.name ?? '');
  for (const module of result.modules) {
    for (const arrow of module.dependencies) {
      for (const rule of arrow.rules ?? []) found.add(report(rule.name, module.source, arrow.module));
    }
  }
}, 60_000);

afterAll(() => house.remove());

describe('forbidden arrows', () => {
  it.each(plants)('$rule refuses $from -> $to', (plant) => {
    expect(found).toContain(report(plant.rule, plant.from, plant.to));
  });

  it('reports nothing else', () => {
    const planted = new Set(plants.flatMap((plant) => [plant.rule, ...(plant.alsoBy ?? [])].map((rule) => report(rule, plant.from, plant.to))));
    expect([...found].filter((one) => !planted.has(one))).toEqual([]);
  });

  it('has a planted violation for every rule', () => {
    const planted = new Set(plants.map((plant) => plant.rule));
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((rule) => !planted.has(rule))).toEqual([]);
  });
});
