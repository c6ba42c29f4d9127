import { addDocument, createSearchIndex } from '../../assist/index.ts';
import type { Command } from '../command.ts';
import { readLines } from '../json-lines.ts';
import { documentOf, saveIndex } from '../model-folder.ts';
import { readText } from '../read-flags.ts';

export const indexCommand: Command = {
  summary: 'make texts searchable',
  flags: {
    data: { value: 'file', help: 'JSON lines {"id","text","scope"?}', isRequired: true },
    out: { value: 'folder', help: 'where the index goes', isRequired: true },
  },
  notes: ['A scope is values by key, such as {"product":"tea-set"}; a document without a key holds for all its values.', 'A later document with the same id replaces the earlier one.'],
  async run(flags) {
    const index = createSearchIndex();
    let read = 0;
    for await (const line of readLines(readText(flags, 'data'))) {
      addDocument(index, documentOf(line));
      read += 1;
    }
    saveIndex(readText(flags, 'out'), index);
    if (index.numbers.size < read) process.stderr.write(`baton index: ${read - index.numbers.size} documents were replaced by later ones with the same id\n`);
  },
};
