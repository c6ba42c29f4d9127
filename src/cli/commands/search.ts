import { search, type SearchHit, type SearchQuery, searchReranked } from '../../assist/index.ts';
import type { Command } from '../command.ts';
import { answerLines, type Line } from '../json-lines.ts';
import { scopeField, textField } from '../line-fields.ts';
import { loadIndex, loadReranker } from '../model-folder.ts';
import { readCount, readText } from '../read-flags.ts';

export const searchCommand: Command = {
  summary: 'find the best documents for texts',
  flags: {
    index: { value: 'folder', help: 'an index of baton index', isRequired: true },
    data: { value: 'file', help: 'JSON lines {"text","scope"?}', isRequired: true },
    k: { value: 'number', help: 'how many hits', default: '10' },
  },
  notes: ['{"text","scope"?} -> {"hits":[{"id","score"}]}', 'Scores compare hits of one line; an index that was taught (train --task rerank) uses what it learned.'],
  async run(flags) {
    const find = await openSearch(readText(flags, 'index'), readCount(flags, 'k', 1));
    await answerLines(readText(flags, 'data'), (line) => ({ hits: find(queryOf(line)) }));
  },
};

/** Search as the folder allows it: with what its re-ranker learned, if it has one. */
export async function openSearch(folder: string, count: number): Promise<(query: SearchQuery) => SearchHit[]> {
  const index = await loadIndex(folder);
  const reranker = loadReranker(folder);
  return (query) => (reranker ? searchReranked({ index, reranker }, query, count) : search(index, query, count));
}

export function queryOf(line: Line): SearchQuery {
  const scope = scopeField(line);
  return { text: textField(line), ...(scope ? { scope } : {}) };
}
