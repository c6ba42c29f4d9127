import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowed, plants } from './lint-plants.ts';
import { type PlantedHouse, buildPlantedHouse } from './planted-house.ts';

type Diagnostic = { readonly filename: string; readonly code: string; readonly message: string; readonly help?: string };

let house: PlantedHouse;
let found: readonly Diagnostic[];

beforeAll(async () => {
  house = await buildPlantedHouse(['package.json', 'tsconfig.base.json', 'oxlint.config.ts', 'scripts/check/house-lint.ts']);
  await house.write('tsconfig.json', JSON.stringify({ extends: './tsconfig.base.json', compilerOptions: { jsx: 'react-jsx', lib: ['ES2024', 'DOM'], types: ['node'] } }));
  for (const { file, code } of [...plants, ...allowed]) await house.write(file, `${code}\n`);
  const answer = JSON.parse(await house.run('oxlint', ['src', 'tests', '--format', 'json'])) as { diagnostics: Diagnostic[] };
  found = answer.diagnostics;
}, 60_000);

afterAll(() => house.remove());

describe('the linter of the house', () => {
  it.each(plants)('$rule refuses $file', ({ rule, file, says }) => {
    const hits = found.filter((one) => one.filename === file && one.code === rule);
    expect(hits).not.toEqual([]);
    expect(hits.map((hit) => `${hit.message} ${hit.help ?? ''}`).join('\n')).toContain(says ?? '');
  });

  it.each(allowed)('allows $file', ({ file }) => {
    expect(found.filter((one) => one.filename === file)).toEqual([]);
  });
});
