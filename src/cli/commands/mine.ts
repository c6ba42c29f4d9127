import { mineQuestions } from '../../assist/index.ts';
import type { Command } from '../command.ts';
import { readAll, writeLine } from '../json-lines.ts';
import { idField, textField } from '../line-fields.ts';
import { readCount, readText } from '../read-flags.ts';

export const mineCommand: Command = {
  summary: 'group open questions that ask the same',
  flags: {
    data: { value: 'file', help: 'JSON lines {"id","text"}', isRequired: true },
    seed: { value: 'number', help: 'decides every draw of chance', default: '1' },
  },
  notes: ['{"id","text"} -> {"id","cluster","title"}', 'cluster: 0 = the largest. title: the question nearest to the middle of the cluster.'],
  async run(flags) {
    const questions = await readAll(readText(flags, 'data'), (line) => ({ id: idField(line), text: textField(line) }));
    const clusters = mineQuestions(questions.map(({ text }, at) => ({ id: String(at), text })), readCount(flags, 'seed', 0));
    const clusterOf = new Map(clusters.flatMap(({ ids }, cluster) => ids.map((id) => [id, cluster] as const)));
    for (const [at, { id }] of questions.entries()) {
      const cluster = clusterOf.get(String(at)) as number;
      await writeLine({ id, cluster, title: clusters[cluster]?.title });
    }
  },
};
