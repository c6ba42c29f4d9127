import { argMax } from '../numeric/softmax.ts';
import { type FitOptions, type FittedClasses, fitClasses, type LabeledRow } from './fit-classes.ts';
import { vectorize } from './vocabulary.ts';
import { scoreClasses } from './weights.ts';

/** Shares of the unlabelled texts that each round takes up, the surest first. */
const rounds = [0.6, 0.95];
/** A guessed row counts half of a labelled one. */
const guessWeight = 0.5;
/** A round that leaves so many classes without a single guess has drifted, and is refused. */
const mostClassesLost = 0.3;

/**
 * Cold start: labels a shop's unlabelled history with a model of the few labelled rows, and trains again on both.
 * Returns the rows to train on, guesses included. The vocabulary comes from all texts, which is half of the gain.
 * Source: Yarowsky, "Unsupervised word sense disambiguation rivaling supervised methods", ACL 1995.
 */
export function labelHistory(labeled: readonly LabeledRow[], history: readonly Int32Array[], options: FitOptions): LabeledRow[] {
  const { classCount } = options;
  const documents = [...labeled.map((row) => row.hashes), ...history];
  let rows: LabeledRow[] = [...labeled];
  for (const share of rounds) {
    const fitted = fitClasses(rows, { ...options, documents });
    const guesses = guessLabels(fitted, history).slice(0, Math.floor(history.length * share));
    if (new Set(guesses.map((guess) => guess.label)).size < classCount * (1 - mostClassesLost)) break;
    rows = [...labeled, ...guesses];
  }
  return rows;
}

/** The best label of each text, surest first: by the distance between the best two scores. */
function guessLabels(fitted: FittedClasses, history: readonly Int32Array[]): LabeledRow[] {
  const guesses = history.map((hashes) => {
    const scores = scoreClasses(fitted.weights, vectorize(fitted.vocabulary, hashes));
    const label = argMax(scores);
    const second = scores.reduce((best, score, at) => (at === label ? best : Math.max(best, score)), -Infinity);
    return { sureness: (scores[label] as number) - second, row: { hashes, label, weight: guessWeight } };
  });
  return guesses.toSorted((left, right) => right.sureness - left.sureness).map((guess) => guess.row);
}
