import type { ScoredDocuments } from './scored-documents.ts';

/** The `count` best of the documents found, best first, equals by number. Those without a score are none. */
export function bestDocuments(found: ScoredDocuments, count: number): number[] {
  const { candidates, scores } = found;
  const best: number[] = [];
  let least = Number.MIN_VALUE;
  for (let place = 0; place < found.count; place += 1) {
    const document = candidates[place] as number;
    const score = scores[document] as number;
    if (score < least) continue;
    insertByScore(best, document, scores);
    if (best.length > count) best.pop();
    if (best.length === count) least = scores[best[count - 1] as number] as number;
  }
  return best;
}

function insertByScore(best: number[], document: number, scores: Float64Array): void {
  const score = scores[document] as number;
  let at = best.length;
  while (at > 0) {
    const other = best[at - 1] as number;
    const otherScore = scores[other] as number;
    if (otherScore > score || (otherScore === score && other < document)) break;
    at -= 1;
  }
  best.splice(at, 0, document);
}
