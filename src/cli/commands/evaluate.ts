import { writeFileSync } from 'node:fs';
import type { Command, Flags } from '../command.ts';
import { evaluateClassify, evaluateSentiment } from '../evaluate/evaluate-labels.ts';
import { evaluateMine, evaluateReply, evaluateSearch } from '../evaluate/evaluate-rankings.ts';
import { describeReport, type Report } from '../evaluate/report.ts';
import { InputError } from '../input-error.ts';
import { readText } from '../read-flags.ts';

const evaluators: Readonly<Record<string, (flags: Flags) => Promise<Report>>> = {
  classify: evaluateClassify,
  reply: evaluateReply,
  search: evaluateSearch,
  sentiment: evaluateSentiment,
  mine: evaluateMine,
};

export const evaluateCommand: Command = {
  summary: 'measure a model on texts whose answers are known',
  flags: {
    task: { value: Object.keys(evaluators).join('|'), help: 'what to measure', isRequired: true },
    data: { value: 'file', help: 'JSON lines with the answers', isRequired: true },
    model: { value: 'folder', help: 'the model (classify, reply, sentiment)' },
    index: { value: 'folder', help: 'the index (search)' },
    oos: { value: 'file', help: 'classify: {"text"} that belong to no label' },
    gold: { value: 'file', help: 'reply: {"gold"} per line, when the items have none' },
    json: { value: 'file', help: 'write the measures and curves there as JSON' },
  },
  notes: [
    'classify, sentiment   {"text","label"}', 'reply                 {"context","candidates","gold":index}',
    'search                {"text","scope"?,"gold":[ids]}', 'mine                  {"text","label"}',
    'Prints accuracy, macro-F1, ECE, coverage curve and reliability, or R@k and MRR, or NMI; time per item; size.',
  ],
  async run(flags) {
    const task = readText(flags, 'task');
    const evaluate = Object.hasOwn(evaluators, task) ? evaluators[task] : undefined;
    if (!evaluate) throw new InputError(`unknown task "${task}"; it is ${Object.keys(evaluators).join(', ')}`);
    const report = await evaluate(flags);
    if (flags['json'] !== undefined) writeFileSync(flags['json'], `${JSON.stringify(report, null, 1)}\n`);
    process.stdout.write(describeReport(report));
  },
};
