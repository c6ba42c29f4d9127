import { readFileSync } from 'node:fs';
import { createRandom, type Random } from '../../../src/assist/numeric/random.ts';
import { parseSeedText } from '../../../src/assist/index.ts';

export interface MadeDocument {
  id: string;
  text: string;
}

/** Messages of about 40 characters, put together from the project's own seed text. */
export function makeDocuments(count: number, seed: number): MadeDocument[] {
  const random = createRandom(seed);
  const lines = ['zh', 'en'].flatMap((language) => readLines(language));
  return Array.from({ length: count }, (_, at) => ({ id: `d${at}`, text: `${pick(random, lines)} ${pick(random, lines)} ${pick(random, lines)}${at % 977}` }));
}

/** Questions as customers write them. */
export function makeQueries(count: number, seed: number): string[] {
  const random = createRandom(seed);
  const lines = ['zh', 'en'].flatMap((language) => readLines(language));
  return Array.from({ length: count }, () => pick(random, lines));
}

function readLines(language: string): string[] {
  const { taught, heldOut } = parseSeedText(readFileSync(new URL(`../../../resources/seed-text/intents.${language}.txt`, import.meta.url), 'utf8'));
  return [...taught, ...heldOut].map((example) => example.text);
}

function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}
