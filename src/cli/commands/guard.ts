import { guardReply } from '../../assist/index.ts';
import type { Command } from '../command.ts';
import { answerLines } from '../json-lines.ts';
import { openGuard } from '../lexicons.ts';
import { textField } from '../line-fields.ts';
import { readText } from '../read-flags.ts';

export const guardCommand: Command = {
  summary: 'check replies before they go out',
  flags: { data: { value: 'file', help: 'JSON lines {"text"}', isRequired: true } },
  notes: ['{"text"} -> {"hits":[{"level","rule","span","suggest"}]}', 'level: block, confirm or hint.'],
  async run(flags) {
    const guard = openGuard();
    await answerLines(readText(flags, 'data'), (line) => ({
      hits: guardReply(guard, textField(line)).map(({ level, rule, span, suggest }) => ({ level, rule, span, suggest })),
    }));
  },
};
