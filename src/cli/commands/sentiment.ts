import { readSentiment } from '../../assist/index.ts';
import type { Command } from '../command.ts';
import { answerLines } from '../json-lines.ts';
import { openSentiment } from '../lexicons.ts';
import { textField } from '../line-fields.ts';
import { readText } from '../read-flags.ts';

export const sentimentCommand: Command = {
  summary: 'feel how texts are meant, and which words say so',
  flags: {
    data: { value: 'file', help: 'JSON lines {"text"}', isRequired: true },
    model: { value: 'folder', help: 'a model of baton train --task classify on sentiment labels; the seed model when absent' },
  },
  notes: ['{"text"} -> {"score","label","evidence":[{"span":[a,b],"text"}]}', 'score: -1 (very bad) .. 1 (very good). label: positive, neutral or negative. Labels of a model: pos/neg names, 0/1, -1/0/1 or stars.'],
  async run(flags) {
    const reader = openSentiment(flags['model']);
    await answerLines(readText(flags, 'data'), (line) => {
      const { score, label, evidence } = readSentiment(reader, textField(line));
      return { score, label, evidence: evidence.map(({ span, text }) => ({ span, text })) };
    });
  },
};
