import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PlantedHouse, buildPlantedHouse } from './planted-house.ts';

/** knip's report: per file, kind of issue -> the names it is about. */
type Issue = { readonly file: string; readonly [kind: string]: string | readonly { readonly name: string }[] };

let house: PlantedHouse;
let found: readonly string[];

beforeAll(async () => {
  house = await buildPlantedHouse(['knip.json']);
  await house.write('package.json', JSON.stringify({ name: 'planted', type: 'module', dependencies: { pino: '10.4.0', zod: '4.6.7' } }));
  await house.write('src/browser-host/index.ts', 'import { z } from "zod";\nimport { used } from "./part.ts";\nimport "fastify";\nz.string().parse(used);\n');
  await house.write('src/browser-host/part.ts', 'export const used = "x";\nexport const unused = "y";\n');
  await house.write('src/browser-host/forgotten.ts', 'export const nobody = 1;\n');
  const answer = JSON.parse(await house.run('knip', ['--reporter', 'json'])) as { issues: Issue[] };
  found = answer.issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, issues]) => (typeof issues === 'string' ? [] : issues.map((issue) => `${kind}: ${file} ${issue.name}`))),
  );
}, 60_000);

afterAll(() => house.remove());

it.each([
  'files: src/browser-host/forgotten.ts src/browser-host/forgotten.ts',
  'exports: src/browser-host/part.ts unused',
  'dependencies: package.json pino',
  'unlisted: src/browser-host/index.ts fastify',
])('dead code is found: %s', (issue) => {
  expect(found).toContain(issue);
});

it('leaves the living alone', () => {
  expect(found.filter((issue) => /\bzod$|\bused$/.test(issue))).toEqual([]);
});
