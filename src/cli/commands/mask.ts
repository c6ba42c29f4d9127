import { maskText } from '../../assist/index.ts';
import type { Command } from '../command.ts';
import { answerLines } from '../json-lines.ts';
import { textField } from '../line-fields.ts';
import { readText } from '../read-flags.ts';

export const maskCommand: Command = {
  summary: 'hide personal data for good',
  flags: { data: { value: 'file', help: 'JSON lines {"text"}', isRequired: true } },
  notes: ['{"text"} -> {"text","found":[{"kind","span"}]}', 'Spans are [start, end) in UTF-16 units of the text given. Order and tracking numbers are not personal data.'],
  async run(flags) {
    await answerLines(readText(flags, 'data'), (line) => maskText(textField(line)));
  },
};
