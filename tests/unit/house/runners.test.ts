import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { ViteUserConfig } from 'vitest/config';
import playwright from '../../../playwright.config.ts';
import vitest from '../../../vitest.config.ts';
import { root } from './planted-house.ts';

const filesLike = (pattern: string) => globSync(`{src,tests,scripts}/${pattern}`, { cwd: root, exclude: ['**/node_modules/**'] });

const { test: { projects = [] } = {} }: ViteUserConfig = vitest;

const projectsOf = (file: string) =>
  projects.filter((project) => typeof project === 'object' && 'test' in project && (project.test?.include ?? []).some((glob) => path.matchesGlob(file, glob)));

it('runs every test in exactly one project', () => {
  const tests = filesLike('**/*.test.{ts,tsx}');
  expect(tests.length).toBeGreaterThan(50);
  expect(tests.filter((file) => projectsOf(file).length !== 1)).toEqual([]);
});

/** Pictures of the screens are taken on request, by a configuration of their own. */
const pictures = 'tests/screens/';

it('runs every spec in exactly one project', () => {
  const folders = (playwright.projects ?? []).map((project) => `${path.normalize(project.testDir ?? '')}/`);
  const specs = filesLike('**/*.spec.ts').filter((file) => !file.startsWith(pictures));
  expect(specs.length).toBeGreaterThan(5);
  expect(specs.filter((file) => folders.filter((folder) => file.startsWith(folder)).length !== 1)).toEqual([]);
});

it('names only files that exist in the scripts of the package', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const named = Object.values(scripts).flatMap((script) => script.match(/\S+\.ts\b/g) ?? []);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});
