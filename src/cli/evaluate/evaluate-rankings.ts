import { mineQuestions, scoreReplies } from '../../assist/index.ts';
import type { Flags } from '../command.ts';
import { openSearch, queryOf } from '../commands/search.ts';
import { folderSize, timeItems } from './cost.ts';
import { InputError } from '../input-error.ts';
import { type Line, readAll } from '../json-lines.ts';
import { idField, labelField, textField, textsField, turnsField } from '../line-fields.ts';
import { loadReplyModel } from '../model-folder.ts';
import { readText } from '../read-flags.ts';
import { meanReciprocalRank, mutualInformation, rankOf, recallAt } from './rank-measures.ts';
import type { Report } from './report.ts';

/** Reply ranking: the place of the right candidate. `gold` is in the items, or line by line in --gold. */
export async function evaluateReply(flags: Flags): Promise<Report> {
  const folder = readText(flags, 'model');
  const model = await loadReplyModel(folder);
  const golds = flags['gold'] === undefined ? undefined : await readAll(flags['gold'], goldIndex);
  const items = await readAll(readText(flags, 'data'), (line) => ({ context: turnsField(line, 'context'), candidates: textsField(line, 'candidates'), line }));
  const { results, microseconds } = timeItems(items, ({ context, candidates, line }, at) => {
    const gold = golds ? golds[at] : goldIndex(line);
    if (gold === undefined || gold >= candidates.length) throw new InputError(`${line.place}: there is no right candidate for it`);
    return rankOf(scoreReplies(model, context, candidates).map((ranked) => ranked.score), gold);
  });
  return rankReport('reply', results, { 'microseconds per item': microseconds, 'model bytes': folderSize(folder) });
}

/** Search: the place of the first right document; `gold` lists the right ids. */
export async function evaluateSearch(flags: Flags): Promise<Report> {
  const folder = readText(flags, 'index');
  const find = await openSearch(folder, 50);
  const rows = await readAll(readText(flags, 'data'), (line) => ({ query: queryOf(line), gold: new Set(goldIds(line)) }));
  const { results, microseconds } = timeItems(rows, ({ query, gold }) => {
    const place = find(query).findIndex(({ id }) => gold.has(id));
    return place < 0 ? Infinity : place;
  });
  return rankReport('search', results, { 'microseconds per item': microseconds, 'index bytes': folderSize(folder) });
}

/** Mining: how well the clusters agree with labels that people gave. */
export async function evaluateMine(flags: Flags): Promise<Report> {
  const rows = await readAll(readText(flags, 'data'), (line) => ({ text: textField(line), label: String(labelField(line)) }));
  const { results, microseconds } = timeItems([rows], (all) => mineQuestions(all.map(({ text }, at) => ({ id: String(at), text }))));
  const clusters = results[0] ?? [];
  const clusterOf = new Map(clusters.flatMap(({ ids }, cluster) => ids.map((id) => [id, String(cluster)] as const)));
  const nmi = mutualInformation(rows.map((_, at) => clusterOf.get(String(at)) as string), rows.map((row) => row.label));
  return { task: 'mine', items: rows.length, measures: { NMI: nmi, clusters: clusters.length, 'microseconds per item': microseconds / Math.max(rows.length, 1) } };
}

function rankReport(task: string, ranks: readonly number[], cost: Record<string, number>): Report {
  const recalls = Object.fromEntries([1, 5, 10].map((k) => [`R@${k}`, recallAt(ranks, k)]));
  return { task, items: ranks.length, measures: { ...recalls, MRR: meanReciprocalRank(ranks), ...cost } };
}

function goldIndex({ value, place }: Line): number {
  const gold = value['gold'];
  if (typeof gold !== 'number' || !Number.isSafeInteger(gold) || gold < 0) throw new InputError(`${place}: "gold" is not the place of a candidate`);
  return gold;
}

function goldIds(line: Line): string[] {
  return Array.isArray(line.value['gold']) ? textsField(line, 'gold') : [idField(line, 'gold')];
}
