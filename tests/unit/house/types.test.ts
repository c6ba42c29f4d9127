import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PlantedHouse, buildPlantedHouse } from './planted-house.ts';

let house: PlantedHouse;
let said: string;

const plants = [
  ['src/shared/domain/colour.ts', 'export enum Colour { Red }', 'TS1294'],
  ['src/shared/domain/person.ts', 'export class Person { constructor(readonly name: string) {} }', 'TS1294'],
  ['src/shared/domain/later.ts', 'setTimeout(() => 1, 1);', 'TS2304'],
  ['src/assist/log.ts', 'console.log("x");', 'TS2584'],
  ['src/main/sessions/page.ts', 'export const width = window.innerWidth;', 'TS2304'],
  ['src/renderer/app/machine.ts', 'export const home = process.env;', 'TS2591'],
  ['src/preload/machine.ts', 'export const home = Buffer.alloc(1);', 'TS2591'],
  ['src/shared/lib/index-access.ts', 'export const first = (list: readonly string[]): string => list[0];', 'TS2322'],
] as const;

const projects = ['shared', 'assist', 'main', 'preload', 'renderer'];
const copied = ['tsconfig.base.json', 'src/shared/runtime.d.ts', 'src/assist/runtime.d.ts', ...[...projects, 'backend'].map((room) => `src/${room}/tsconfig.json`)];

beforeAll(async () => {
  house = await buildPlantedHouse(copied);
  await house.write('src/backend/empty.ts', 'export const nothing = 0;\n');
  for (const [file, code] of plants) await house.write(file, `${code}\n`);
  const answers = await Promise.all(projects.map((room) => house.run('tsc', ['-p', `src/${room}`, '--noEmit', '--emitDeclarationOnly', 'false', '--composite', 'false', '--incremental', 'false'])));
  said = answers.join('\n');
}, 60_000);

afterAll(() => house.remove());

it.each(plants)('%s is a type error: %s', (file, _code, error) => {
  expect(said.split('\n').filter((line) => line.startsWith(`${file}(`)).join('\n')).toContain(error);
});
