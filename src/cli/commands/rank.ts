import { scoreReplies } from '../../assist/index.ts';
import type { Command } from '../command.ts';
import { answerLines } from '../json-lines.ts';
import { textsField, turnsField } from '../line-fields.ts';
import { loadReplyModel } from '../model-folder.ts';
import { readText } from '../read-flags.ts';

export const rankCommand: Command = {
  summary: 'score candidate replies to a context',
  flags: {
    model: { value: 'folder', help: 'a model of baton train --task reply', isRequired: true },
    data: { value: 'file', help: 'JSON lines {"context","candidates"}', isRequired: true },
  },
  notes: ['{"context":[{"role","text"}],"candidates":["..."]} -> {"scores":[...]}', 'Scores compare candidates of one line; higher is better. A role may be missing.'],
  async run(flags) {
    const model = await loadReplyModel(readText(flags, 'model'));
    await answerLines(readText(flags, 'data'), (line) => ({
      scores: scoreReplies(model, turnsField(line, 'context'), textsField(line, 'candidates')).map((ranked) => ranked.score),
    }));
  },
};
