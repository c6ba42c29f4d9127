import { classify } from '../../assist/index.ts';
import type { Command } from '../command.ts';
import { answerLines } from '../json-lines.ts';
import { textField } from '../line-fields.ts';
import { loadClassifier } from '../model-folder.ts';
import { readCount, readText } from '../read-flags.ts';

export const predictCommand: Command = {
  summary: 'name what texts are about, and whether the model knows',
  flags: {
    model: { value: 'folder', help: 'a model of baton train --task classify', isRequired: true },
    data: { value: 'file', help: 'JSON lines {"text"}', isRequired: true },
    top: { value: 'number', help: 'how many labels to list', default: '3' },
  },
  notes: ['{"text"} -> {"label","confidence","abstain","top":[{"label","confidence"}]}', 'abstain: the text is not like what the model was taught.'],
  async run(flags) {
    const { model, valueOf } = loadClassifier(readText(flags, 'model'));
    const topCount = readCount(flags, 'top', 1);
    await answerLines(readText(flags, 'data'), (line) => {
      const { label, confidence, abstain, top } = classify(model, textField(line), topCount);
      return { label: valueOf(label), confidence, abstain, top: top.map((item) => ({ label: valueOf(item.label), confidence: item.confidence })) };
    });
  },
};
