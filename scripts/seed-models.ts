import { readFileSync } from 'node:fs';
import { type Example, type IntentFacts, parseSeedText, type SeedExamples } from '../src/assist/index.ts';

const folder = new URL('../resources/seed-text/', import.meta.url);

/** The models that ship, each with what it is taught and what it is measured on. */
export function readSeedSets(): Record<'intent' | 'category' | 'sentiment' | 'risk', SeedExamples> {
  const intent = readBoth('intents');
  const sentiment = readBoth('sentiment');
  const facts = JSON.parse(readFileSync(new URL('intents.json', folder), 'utf8')) as Record<string, IntentFacts>;
  const category = mapSets(intent, ({ text, label }) => [{ text, label: factsOf(facts, label).category }]);
  return { intent, category, sentiment, risk: withHarmless(readBoth('risk'), [intent, sentiment]) };
}

/** All of the harmless text would drown the risks. */
const harmlessEvery = 3;

/** Risk needs to know what is no risk: a third of all other seed text, but for threats to complain. */
function withHarmless(risk: SeedExamples, others: readonly SeedExamples[]): SeedExamples {
  const harmless = joinSets(others.map((set) => mapSets(set, ({ text, label }) => (label === 'complaint-threat' ? [] : [{ text, label: 'none' }]))));
  return joinSets([risk, { taught: harmless.taught.filter((_, at) => at % harmlessEvery === 0), heldOut: harmless.heldOut }]);
}

function readBoth(name: string): SeedExamples {
  return joinSets(['zh', 'en'].map((language) => parseSeedText(readFileSync(new URL(`${name}.${language}.txt`, folder), 'utf8'))));
}

function joinSets(sets: readonly SeedExamples[]): SeedExamples {
  return { taught: sets.flatMap((set) => set.taught), heldOut: sets.flatMap((set) => set.heldOut) };
}

function mapSets(set: SeedExamples, map: (example: Example) => Example[]): SeedExamples {
  return { taught: set.taught.flatMap(map), heldOut: set.heldOut.flatMap(map) };
}

function factsOf(facts: Record<string, IntentFacts>, label: string): IntentFacts {
  const found = facts[label];
  if (!found) throw new Error(`intents.json says nothing of "${label}"`);
  return found;
}
