import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import {
  addDocument, classify, createSearchIndex, createSentimentReader, decodeClassifier, maskText, normalize, readSentiment, search, searchTokens, trainClassifier,
  trainReplyModel,
} from '../../../src/assist/index.ts';
import { makeDocuments, makeQueries } from './made-documents.ts';

const documentCount = Number(process.argv[2] ?? 100_000);
const documents = makeDocuments(documentCount, 1);
const queries = makeQueries(1000, 2);
const rows: { what: string; value: string; target: string }[] = [];

// Wall-clock on a shared machine means little alone: search stands beside two others in the same run.
const ours = measureSearch('assist', () => {
  const index = createSearchIndex();
  for (const document of documents) addDocument(index, document);
  return (text) => search(index, { text }, 10).length;
});
const mini = measureSearch('MiniSearch', () => {
  const index = new MiniSearch({ fields: ['text'], tokenize: (text) => searchTokens(normalize(text)) });
  index.addAll(documents);
  return (text) => index.search(text).slice(0, 10).length;
});
const sqlite = measureSearch('SQLite FTS5', openFullText);
report('search p95, MiniSearch / assist', `${(mini.p95 / ours.p95).toFixed(1)}x`, '> 1x');
report('search p95, FTS5 / assist', `${(sqlite.p95 / ours.p95).toFixed(1)}x`, '> 1x');
report('build, MiniSearch / assist', `${(mini.build / ours.build).toFixed(1)}x`, '> 1x');

measureMessages();
measureTraining();
for (const { what, value, target } of rows) process.stdout.write(`${what.padEnd(40)} ${value.padStart(12)}   ${target}\n`);

function measureSearch(name: string, open: () => (text: string) => number): { build: number; p95: number } {
  const before = usedBytes();
  const start = performance.now();
  const find = open();
  const build = performance.now() - start;
  const memory = usedBytes() - before;
  for (const text of queries.slice(0, 200)) find(text);
  const times = queries.map((text) => timed(() => find(text))).toSorted((left, right) => left - right);
  const p95 = times[Math.floor(times.length * 0.95)] as number;
  const isOurs = name === 'assist';
  report(`${name}: build ${documentCount} documents`, `${build.toFixed(0)} ms`, isOurs ? '<= 2000, stretch 1000' : '');
  report(`${name}: search p95`, `${p95.toFixed(3)} ms`, isOurs ? '<= 2, stretch 0.5' : '');
  report(`${name}: memory`, `${(memory / 1e6).toFixed(0)} MB`, isOurs ? '<= 200, stretch 60' : '');
  return { build, p95 };
}

function openFullText(): (text: string) => number {
  const database = new DatabaseSync(':memory:');
  database.exec("create virtual table docs using fts5(text, tokenize = 'unicode61')");
  const insert = database.prepare('insert into docs (text) values (?)');
  database.exec('begin');
  for (const { text } of documents) insert.run(searchTokens(normalize(text)).join(' '));
  database.exec('commit');
  const query = database.prepare('select rowid from docs where docs match ? order by rank limit 10');
  return (text) => query.all(searchTokens(normalize(text)).map((token) => `"${token}"`).join(' OR ')).length;
}

function measureMessages(): void {
  const folder = new URL('../../../resources/models/intent/', import.meta.url);
  const model = decodeClassifier({ header: readFileSync(new URL('model.json', folder), 'utf8'), weights: readFileSync(new URL('model.bin', folder)) });
  if (!model.ok) throw new Error(model.error);
  const reader = createSentimentReader({ lexicon: JSON.parse(readFileSync(new URL('../../../resources/lexicons/sentiment.json', import.meta.url), 'utf8')), classifier: model.value });
  reportPerMessage('classify', (text) => classify(model.value, text), '<= 100 us');
  reportPerMessage('sentiment', (text) => readSentiment(reader, text), '<= 100 us');
  reportPerMessage('mask', (text) => maskText(text), '');
}

function measureTraining(): void {
  const examples = makeDocuments(15_000, 3).map(({ text }, at) => ({ text: `${text} topic${at % 150}`, label: `class ${at % 150}` }));
  report('train 15,000 rows, 150 classes', `${(timed(() => trainClassifier(examples)) / 1000).toFixed(1)} s`, '<= 15 s');
  const pairs = makeDocuments(10_000, 4).map(({ text }, at) => ({ context: [{ text }], reply: (documents[at % documents.length] as { text: string }).text }));
  report('train 10,000 reply pairs', `${(timed(() => trainReplyModel(pairs)) / 1000).toFixed(1)} s`, '<= 15 s');
}

function reportPerMessage(what: string, run: (text: string) => unknown, target: string): void {
  queries.forEach(run);
  report(`${what} a message`, `${((timed(() => queries.forEach(run)) * 1000) / queries.length).toFixed(0)} us`, target);
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function usedBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function report(what: string, value: string, target: string): void {
  rows.push({ what, value, target });
}
