import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Classifier, createSearchIndex, decodeClassifier, decodeReplyModel, decodeReranker, encodeClassifier, encodeReplyModel, encodeReranker,
  listDocuments, type ModelFiles, type ReplyModel, type Reranker, type SearchDocument, type SearchIndex,
} from '../assist/index.ts';
import { InputError } from './input-error.ts';
import { readAll } from './json-lines.ts';
import type { LabelValue } from './line-fields.ts';
import { idField, scopeField, textField, turnsField } from './line-fields.ts';

/** What a header says for people beside what programs need. */
export type ModelNotes = Record<string, unknown>;

/** A classifier, and its labels as they stood in the data (a text, number or boolean each). */
export interface StoredClassifier {
  model: Classifier;
  valueOf: (label: string) => LabelValue;
}

export function saveClassifier(folder: string, model: Classifier, notes: ModelNotes): void {
  saveFiles(folder, 'model', encodeClassifier(model, notes));
}

export function loadClassifier(folder: string): StoredClassifier {
  const files = loadFiles(folder, 'model');
  const decoded = decodeClassifier(files);
  if (!decoded.ok) throw new InputError(`${folder}: ${decoded.error}`);
  const values = (JSON.parse(files.header) as { labelValues?: LabelValue[] }).labelValues ?? decoded.value.labels;
  const byLabel = new Map(values.map((value) => [String(value), value]));
  return { model: decoded.value, valueOf: (label) => byLabel.get(label) ?? label };
}

export function saveReplyModel(folder: string, model: ReplyModel, notes: ModelNotes): void {
  saveFiles(folder, 'model', encodeReplyModel(model, notes));
  writeLines(join(folder, 'pairs.jsonl'), model.pairs);
}

export async function loadReplyModel(folder: string): Promise<ReplyModel> {
  const files = loadFiles(folder, 'model');
  const pairs = await readAll(join(folder, 'pairs.jsonl'), (line) => ({ context: turnsField(line, 'context'), reply: textField(line, 'reply') }));
  const decoded = decodeReplyModel(files, pairs);
  if (!decoded.ok) throw new InputError(`${folder}: ${decoded.error}`);
  return decoded.value;
}

export function saveIndex(folder: string, index: SearchIndex): void {
  mkdirSync(folder, { recursive: true });
  const documents = listDocuments(index);
  writeFileSync(join(folder, 'index.json'), `${JSON.stringify({ format: 1, task: 'index', documents: documents.length })}\n`);
  writeLines(join(folder, 'documents.jsonl'), documents);
}

/** An index is stored as its documents and built when it is opened: 100,000 take about a second. */
export async function loadIndex(folder: string): Promise<SearchIndex> {
  if (!existsSync(join(folder, 'index.json'))) throw new InputError(`there is no index in ${folder}`);
  const index = createSearchIndex(await readAll(join(folder, 'documents.jsonl'), documentOf));
  const header = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { documents?: number };
  if (header.documents !== index.numbers.size) throw new InputError(`${folder}: the index is damaged, it has ${index.numbers.size} documents instead of ${String(header.documents)}`);
  return index;
}

export function documentOf(line: { value: Record<string, unknown>; place: string }): SearchDocument {
  const scope = scopeField(line);
  return { id: idField(line), text: textField(line), ...(scope ? { scope } : {}) };
}

export function saveReranker(folder: string, reranker: Reranker, notes: ModelNotes): void {
  saveFiles(folder, 'reranker', encodeReranker(reranker, notes));
}

/** The re-ranker of an index, if it was ever taught. */
export function loadReranker(folder: string): Reranker | undefined {
  if (!existsSync(join(folder, 'reranker.json'))) return undefined;
  const decoded = decodeReranker(loadFiles(folder, 'reranker'));
  if (!decoded.ok) throw new InputError(`${folder}: ${decoded.error}`);
  return decoded.value;
}

function saveFiles(folder: string, name: string, files: ModelFiles): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.bin`), files.weights);
  writeFileSync(join(folder, `${name}.json`), files.header);
}

function loadFiles(folder: string, name: string): ModelFiles {
  const [header, weights] = [join(folder, `${name}.json`), join(folder, `${name}.bin`)];
  if (!existsSync(header) || !existsSync(weights)) throw new InputError(`there is no model in ${folder}`);
  return { header: readFileSync(header, 'utf8'), weights: readFileSync(weights) };
}

function writeLines(path: string, items: readonly unknown[]): void {
  writeFileSync(path, items.map((item) => `${JSON.stringify(item)}\n`).join(''));
}
