import { fnvBasis, fnvSlice, fnvStep } from '../numeric/fnv.ts';
import { type Run, splitRuns } from './runs.ts';
import { unitKind } from './script.ts';

/** Called for each feature: its 32-bit hash and the range of the normalised text it stands on. */
export type VisitFeature = (hash: number, start: number, end: number) => void;

const salt = {
  word: fnvStep(fnvBasis, 1),
  skip: fnvStep(fnvBasis, 2),
  letters: fnvStep(fnvBasis, 3),
  han: fnvStep(fnvBasis, 4),
  first: fnvStep(fnvBasis, 5),
  last: fnvStep(fnvBasis, 6),
  symbol: fnvStep(fnvBasis, 7),
};
const space = 0x20;

/**
 * The one hashed tokenizer of every learned part, Chinese and English alike, without a segmenter:
 * Latin words as 1-3-grams, a skip-bigram and character 3-4-grams with word marks;
 * Han runs as character 1-3-grams and the first and last bigram of the run; other symbols as they are.
 */
export function visitFeatures(normalized: string, visit: VisitFeature): void {
  const runs = splitRuns(normalized);
  const words = runs.filter((run) => run.kind === unitKind.word);
  visitWordGrams(normalized, words, visit);
  for (const run of runs) {
    if (run.kind === unitKind.word) visitLetterGrams(normalized, run, visit);
    else if (run.kind === unitKind.han) visitHanGrams(normalized, run, visit);
    else visit(fnvSlice(normalized, run.start, run.end, salt.symbol), run.start, run.end);
  }
}

function visitWordGrams(text: string, words: Run[], visit: VisitFeature): void {
  for (let index = 0; index < words.length; index += 1) {
    const { start } = words[index] as Run;
    let hash = salt.word;
    for (let size = 0; size < 3 && index + size < words.length; size += 1) {
      const word = words[index + size] as Run;
      hash = fnvStep(fnvSlice(text, word.start, word.end, hash), space);
      visit(hash, start, word.end);
    }
    const other = words[index + 2];
    if (other) visit(pairHash(text, words[index] as Run, other), start, other.end);
  }
}

function pairHash(text: string, left: Run, right: Run): number {
  return fnvSlice(text, right.start, right.end, fnvStep(fnvSlice(text, left.start, left.end, salt.skip), space));
}

/** Character 3-4-grams of one word, with a space standing for its edge. */
function visitLetterGrams(text: string, word: Run, visit: VisitFeature): void {
  for (let start = word.start - 1; start + 3 <= word.end + 1; start += 1) {
    let hash = salt.letters;
    for (let size = 0; size < 4 && start + size <= word.end; size += 1) {
      const at = start + size;
      const isEdge = at < word.start || at === word.end;
      hash = fnvStep(hash, isEdge ? space : text.charCodeAt(at));
      if (size >= 2) visit(hash, Math.max(start, word.start), Math.min(at + 1, word.end));
    }
  }
}

function visitHanGrams(text: string, run: Run, visit: VisitFeature): void {
  for (let start = run.start; start < run.end; start += 1) {
    let hash = salt.han;
    for (let end = start + 1; end <= run.end && end <= start + 3; end += 1) {
      hash = fnvStep(hash, text.charCodeAt(end - 1));
      visit(hash, start, end);
    }
  }
  if (run.end - run.start < 2) return;
  visit(fnvSlice(text, run.start, run.start + 2, salt.first), run.start, run.start + 2);
  visit(fnvSlice(text, run.end - 2, run.end, salt.last), run.end - 2, run.end);
}

/** The distinct feature hashes of a text (any text, not yet normalised), ascending. */
export function featureHashes(normalized: string): Int32Array {
  const hashes: number[] = [];
  visitFeatures(normalized, (hash) => hashes.push(hash));
  return distinct(Int32Array.from(hashes));
}

function distinct(hashes: Int32Array): Int32Array {
  hashes.sort();
  let kept = 0;
  for (let index = 0; index < hashes.length; index += 1) {
    if (index === 0 || hashes[index] !== hashes[index - 1]) hashes[kept++] = hashes[index] as number;
  }
  return hashes.slice(0, kept);
}
