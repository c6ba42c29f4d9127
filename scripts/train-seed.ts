import { mkdirSync, writeFileSync } from 'node:fs';
import { classify, encodeClassifier, type SeedExamples, trainClassifier } from '../src/assist/index.ts';
import { readSeedSets } from './seed-models.ts';

const seed = 1;

// Rebuilds the models that ship from the project's own seed text, byte for byte.
for (const [name, examples] of Object.entries(readSeedSets())) {
  const model = trainClassifier(examples.taught, { seed });
  const accuracy = measure(examples, (text) => classify(model, text).label);
  const folder = new URL(`../resources/models/${name}/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  const files = encodeClassifier(model, { seed, rows: examples.taught.length, heldOut: { rows: examples.heldOut.length, accuracy } });
  writeFileSync(new URL('model.json', folder), files.header);
  writeFileSync(new URL('model.bin', folder), files.weights);
  process.stdout.write(`${name}: ${examples.taught.length} taught, ${(accuracy * 100).toFixed(1)} % of ${examples.heldOut.length} held out, ${files.weights.length} bytes\n`);
}

function measure({ heldOut }: SeedExamples, answer: (text: string) => string): number {
  return heldOut.filter(({ text, label }) => answer(text) === label).length / heldOut.length;
}
