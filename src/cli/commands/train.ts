import { createSearchIndex, trainClassifier, trainReplyModel, trainReranker, type SearchIndex } from '../../assist/index.ts';
import type { Command, Flags } from '../command.ts';
import { InputError } from '../input-error.ts';
import { readAll } from '../json-lines.ts';
import { idField, labelField, relevantField, scopeField, textField, turnsField } from '../line-fields.ts';
import { loadIndex, saveClassifier, saveIndex, saveReplyModel, saveReranker } from '../model-folder.ts';
import { readCount, readText } from '../read-flags.ts';

export const trainCommand: Command = {
  summary: 'train a model on labelled texts, on answered contexts, or on judged answers',
  flags: {
    task: { value: 'classify|reply|rerank', help: 'what to learn', isRequired: true },
    data: { value: 'file', help: 'JSON lines to learn from', isRequired: true },
    out: { value: 'folder', help: 'where the model goes', isRequired: true },
    unlabeled: { value: 'file', help: 'classify: more {"text"} without labels' },
    index: { value: 'folder', help: 'rerank: the index that the judgments are about' },
    seed: { value: 'number', help: 'decides every draw of chance', default: '1' },
  },
  notes: [
    'classify   {"text","label"}',
    'reply      {"context":[{"role","text"}],"reply"}',
    'rerank     {"text","id","relevant":true|false}',
  ],
  async run(flags) {
    const task = readText(flags, 'task');
    if (task === 'classify') await trainClassify(flags);
    else if (task === 'reply') await trainReply(flags);
    else if (task === 'rerank') await trainRerank(flags);
    else throw new InputError(`unknown task "${task}"; it is classify, reply or rerank`);
  },
};

async function trainClassify(flags: Flags): Promise<void> {
  const rows = await readExamples(flags, (line) => ({ text: textField(line), value: labelField(line) }));
  const unlabeled = flags['unlabeled'] === undefined ? [] : await readAll(flags['unlabeled'], (line) => textField(line));
  const seed = readCount(flags, 'seed', 0);
  const model = trainClassifier(rows.map(({ text, value }) => ({ text, label: String(value) })), { seed, unlabeled });
  const labelValues = [...new Map(rows.map(({ value }) => [String(value), value])).values()];
  saveClassifier(readText(flags, 'out'), model, { seed, rows: rows.length, unlabeled: unlabeled.length, labelValues });
}

async function trainReply(flags: Flags): Promise<void> {
  const pairs = await readExamples(flags, (line) => ({ context: turnsField(line, 'context'), reply: textField(line, 'reply') }));
  const seed = readCount(flags, 'seed', 0);
  saveReplyModel(readText(flags, 'out'), trainReplyModel(pairs, seed), { seed });
}

async function trainRerank(flags: Flags): Promise<void> {
  const folder = readText(flags, 'index');
  const out = readText(flags, 'out');
  const index = await loadIndex(folder);
  const judgments = await readExamples(flags, (line) => {
    const scope = scopeField(line);
    return { text: textField(line), id: knownId(index, idField(line), line.place), relevant: relevantField(line), ...(scope ? { scope } : {}) };
  });
  const seed = readCount(flags, 'seed', 0);
  const reranker = trainReranker(index, judgments, seed);
  if (out !== folder) saveIndex(out, createSearchIndex(index.documents.filter((document) => document !== undefined)));
  saveReranker(out, reranker, { seed, judgments: judgments.length });
}

async function readExamples<T>(flags: Flags, read: Parameters<typeof readAll<T>>[1]): Promise<T[]> {
  const path = readText(flags, 'data');
  const examples = await readAll(path, read);
  if (examples.length === 0) throw new InputError(`${path} has no examples`);
  return examples;
}

function knownId(index: SearchIndex, id: string, place: string): string {
  if (!index.numbers.has(id)) throw new InputError(`${place}: the index has no document "${id}"`);
  return id;
}
