import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classify, createSearchIndex, type Example, search, trainClassifier } from '../../../src/assist/index.ts';

const data = new URL('../../../../shared/data/', import.meta.url);
const isThere = existsSync(new URL('clinc150/train.jsonl', data));
const slow = 240_000;

function read<T>(name: string): T[] {
  return readFileSync(new URL(name, data), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as T);
}

function accuracy(train: readonly Example[], test: readonly Example[], unlabeled: readonly string[] = []): number {
  const model = trainClassifier(train, { unlabeled });
  return test.filter(({ text, label }) => classify(model, text, 1).label === label).length / test.length;
}

const asText = ({ text, label }: { text: string; label: unknown }): Example => ({ text, label: String(label) });

// The whole table is made by `npm run docs:assist`; these hold the floors that move most easily.
describe.skipIf(!isThere)('the floors on public data (skipped where ../shared/data is not there)', () => {
  it('sentiment zh', () => {
    expect(accuracy(read<Example>('waimai_10k/train.jsonl').map(asText), read<Example>('waimai_10k/test.jsonl').map(asText))).toBeGreaterThanOrEqual(0.895);
  }, slow);

  it('cold start of 10 per class with unlabelled history', () => {
    const few = read<Example>('clinc150/train_10.jsonl');
    const known = new Set(few.map((row) => row.text));
    const rest = read<Example>('clinc150/train.jsonl').map((row) => row.text).filter((text) => !known.has(text));
    expect(accuracy(few, read('clinc150/test.jsonl'), rest)).toBeGreaterThanOrEqual(0.805);
  }, slow);

  it('knowledge with scope', () => {
    const snippets = read<{ id: string; entity: string; q?: string; a: string }>('dstc11_t5/knowledge.jsonl');
    const index = createSearchIndex(snippets.map(({ id, entity, q, a }) => ({ id, text: `${q ?? ''} ${a}`, scope: { entity } })));
    const entityOf = new Map(snippets.map(({ id, entity }) => [id, entity]));
    const dialogues = read<{ turns: [string, string][]; target: boolean; gold: string[] }>('dstc11_t5/val.jsonl').filter((dialogue) => dialogue.target);
    const found = dialogues.filter(({ turns, gold }) => {
      const entity = gold.map((id) => entityOf.get(id) ?? '');
      return search(index, { text: turns.at(-1)?.[1] ?? '', scope: { entity } }, 5).some((hit) => gold.includes(hit.id));
    });
    expect(found.length / dialogues.length).toBeGreaterThanOrEqual(0.65);
  }, slow);
});
