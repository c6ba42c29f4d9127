import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluate, readLines, runBaton, writeLines } from './baton.ts';
import type { Row } from './table.ts';

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

interface Snippet { id: string; entity: string; q?: string; a: string }
interface Dialogue { turns: [who: string, text: string][]; target: boolean; gold: string[] }

/** Whether the public data lies beside the project; it is never part of it. */
export function hasPublicData(): boolean {
  return existsSync(join(data, 'clinc150', 'train.jsonl'));
}

/** Trains and measures on the public data, all by the command line. Models stay in the working folder. */
export function measurePublicData(work: string): Row[] {
  return [...measureIntents(work), ...measureColdStart(work), ...measureSentiment(work), ...measureKnowledge(work), ...measureReplies(work), ...measureMining(work)];
}

function measureIntents(work: string): Row[] {
  const model = join(work, 'clinc');
  runBaton('train', '--task', 'classify', '--data', file('clinc150/train.jsonl'), '--out', model);
  const report = evaluate(work, '--task', 'classify', '--model', model, '--data', file('clinc150/test.jsonl'), '--oos', file('clinc150/oos_test.jsonl'));
  const recall = protocolRecall(work, model);
  return [
    { name: 'intent, 150 classes', data: 'clinc150', measure: 'accuracy', value: report.measures['accuracy'], floor: 0.925, stretch: 0.932, report, plot: 'clinc150' },
    { name: 'not knowing', data: 'clinc150', measure: 'in/out AUROC', value: report.measures['in/out AUROC'], floor: 0.955, stretch: 0.965 },
    { name: 'not knowing', data: 'clinc150', measure: 'out-of-scope recall, published threshold protocol', value: recall, floor: 0.54, stretch: 0.6 },
    { name: 'not knowing', data: 'clinc150', measure: 'out-of-scope recall, own threshold', value: report.measures['out-of-scope recall'] },
    { name: 'calibration', data: 'clinc150', measure: 'ECE', value: report.measures['ECE'] },
  ];
}

interface Answer { label: string; confidence: number }

/** Larson et al., 2019: the confidence threshold with the best accuracy on dev with out-of-scope as one more intent. */
function protocolRecall(work: string, model: string): number {
  const predict = (name: string): Answer[] => runBaton('predict', '--model', model, '--data', file(name)).trim().split('\n').map((line) => JSON.parse(line) as Answer);
  const truths = readLines<{ label: string }>(file('clinc150/dev.jsonl'));
  const known = predict('clinc150/dev.jsonl').map((answer, at) => ({ confidence: answer.confidence, gain: answer.label === truths[at]?.label ? 1 : 0 }));
  const unknown = predict('clinc150/oos_dev.jsonl').map((answer) => ({ confidence: answer.confidence, gain: -1 }));
  let [right, most, threshold] = [unknown.length, -1, 1];
  for (const { confidence, gain } of [...known, ...unknown].toSorted((one, other) => other.confidence - one.confidence)) {
    right += gain;
    if (right > most) [most, threshold] = [right, confidence];
  }
  const test = predict('clinc150/oos_test.jsonl');
  writeLines(join(work, 'threshold.jsonl'), [{ threshold }]);
  return test.filter((answer) => answer.confidence < threshold).length / test.length;
}

function measureColdStart(work: string): Row[] {
  const model = join(work, 'cold');
  const few = new Set(readLines<{ text: string }>(file('clinc150/train_10.jsonl')).map((row) => row.text));
  const rest = readLines<{ text: string }>(file('clinc150/train.jsonl')).filter((row) => !few.has(row.text)).map(({ text }) => ({ text }));
  const unlabeled = writeLines(join(work, 'unlabeled.jsonl'), rest);
  runBaton('train', '--task', 'classify', '--data', file('clinc150/train_10.jsonl'), '--unlabeled', unlabeled, '--out', model);
  const report = evaluate(work, '--task', 'classify', '--model', model, '--data', file('clinc150/test.jsonl'));
  return [{ name: 'cold start, 10 per class, rest unlabelled', data: 'clinc150', measure: 'accuracy', value: report.measures['accuracy'], floor: 0.805, stretch: 0.83, report, plot: 'clinc150-cold' }];
}

function measureSentiment(work: string): Row[] {
  const model = join(work, 'waimai');
  runBaton('train', '--task', 'classify', '--data', file('waimai_10k/train.jsonl'), '--out', model);
  const trained = evaluate(work, '--task', 'classify', '--model', model, '--data', file('waimai_10k/test.jsonl'));
  const dayZero = evaluate(work, '--task', 'sentiment', '--data', file('waimai_10k/test.jsonl'));
  return [
    { name: 'sentiment zh', data: 'waimai_10k', measure: 'accuracy', value: trained.measures['accuracy'], floor: 0.895, stretch: 0.905, report: trained, plot: 'waimai' },
    { name: 'sentiment zh, day zero (seed model and lexicon)', data: 'waimai_10k', measure: 'accuracy', value: dayZero.measures['accuracy'] },
  ];
}

/** Query = the last turn; scope = the entities of the right snippets. Taught = judged on the first 1,000 dialogues, measured on the rest. */
function measureKnowledge(work: string): Row[] {
  const snippets = readLines<Snippet>(file('dstc11_t5/knowledge.jsonl'));
  const entityOf = new Map(snippets.map(({ id, entity }) => [id, entity]));
  const asked = readLines<Dialogue>(file('dstc11_t5/val.jsonl')).filter((dialogue) => dialogue.target).map(({ turns, gold }) => ({
    text: turns.at(-1)?.[1] ?? '', scope: { entity: [...new Set(gold.map((id) => entityOf.get(id)))] }, gold,
  }));
  const index = join(work, 'index');
  runBaton('index', '--data', writeLines(join(work, 'docs.jsonl'), snippets.map(({ id, entity, q, a }) => ({ id, text: `${q ?? ''} ${a}`, scope: { entity } }))), '--out', index);
  const plain = evaluate(work, '--task', 'search', '--index', index, '--data', writeLines(join(work, 'asked.jsonl'), asked));
  const queries = writeLines(join(work, 'queries.jsonl'), asked.slice(0, 1000));
  const hits = runBaton('search', '--index', index, '--data', queries, '--k', '12').trim().split('\n').map((line) => (JSON.parse(line) as { hits: { id: string }[] }).hits);
  const judged = asked.slice(0, 1000).flatMap(({ text, gold }, at) => [
    ...gold.map((id) => ({ text, id, relevant: true })),
    ...(hits[at] ?? []).filter(({ id }) => !gold.includes(id)).slice(0, 8).map(({ id }) => ({ text, id, relevant: false })),
  ]);
  const taughtIndex = join(work, 'taught');
  runBaton('train', '--task', 'rerank', '--index', index, '--data', writeLines(join(work, 'judged.jsonl'), judged), '--out', taughtIndex);
  const taught = evaluate(work, '--task', 'search', '--index', taughtIndex, '--data', writeLines(join(work, 'rest.jsonl'), asked.slice(1000)));
  return [
    { name: 'knowledge with scope', data: 'dstc11_t5', measure: 'R@5', value: plain.measures['R@5'], floor: 0.65, stretch: 0.72 },
    { name: 'knowledge with scope', data: 'dstc11_t5', measure: 'R@1', value: plain.measures['R@1'] },
    { name: 'knowledge with scope, taught', data: 'dstc11_t5', measure: 'R@5', value: taught.measures['R@5'] },
    { name: 'knowledge with scope, taught', data: 'dstc11_t5', measure: 'R@1', value: taught.measures['R@1'] },
  ];
}

function measureReplies(work: string): Row[] {
  const model = join(work, 'jddc');
  runBaton('train', '--task', 'reply', '--data', file('jddc_small/pairs_train.jsonl'), '--out', model);
  const report = evaluate(work, '--task', 'reply', '--model', model, '--data', file('jddc_small/items.jsonl'), '--gold', file('jddc_small/gold.jsonl'));
  return ['R@10', 'R@1'].map((measure): Row => ({
    name: 'reply ranking, 1 of 100, 3,000 pairs', data: 'jddc_small', measure, value: report.measures[measure], ...(measure === 'R@10' ? { floor: 0.52, stretch: 0.57 } : {}),
  }));
}

function measureMining(work: string): Row[] {
  const report = evaluate(work, '--task', 'mine', '--data', file('clinc150/test.jsonl'));
  return [{ name: 'mining open questions', data: 'clinc150', measure: 'NMI', value: report.measures['NMI'] }];
}

function file(name: string): string {
  return join(data, name);
}
