import { createRandom, permutation, type Random } from '../numeric/random.ts';
import { featureHashes } from '../tokens/features.ts';
import { normalize } from '../tokens/normalize.ts';
import { calibrate, type HeldOutRow } from './calibrate.ts';
import { type Classifier, familiarityOf } from './classifier.ts';
import { type FittedClasses, fitClasses, type LabeledRow } from './fit-classes.ts';
import { labelHistory } from './self-training.ts';
import { vectorize } from './vocabulary.ts';
import { scoreClasses } from './weights.ts';

export interface Example {
  text: string;
  label: string;
}

export interface ClassifierOptions {
  /** Decides every draw of chance; the same examples and seed give the same bytes. */
  seed?: number;
  /** Texts of the same kind without labels; they lift a model of few examples by several points. */
  unlabeled?: readonly string[];
}

const foldCount = 5;
/** Under this many rows all folds are held out in turn for calibration, above it one. */
const smallSet = 4000;

/**
 * Trains one-vs-rest separators on labelled texts, then calibrates them on parts held out of training.
 * Needs at least one example; 15,000 rows of 150 classes take seconds.
 */
export function trainClassifier(examples: readonly Example[], options: ClassifierOptions = {}): Classifier {
  if (examples.length === 0) throw new RangeError('a classifier needs at least one example');
  const labels = [...new Set(examples.map((example) => example.label))].sort();
  const numbers = new Map(labels.map((label, index) => [label, index]));
  const rows = examples.map(({ text, label }) => ({ hashes: featureHashes(normalize(text)), label: numbers.get(label) as number }));
  const history = (options.unlabeled ?? []).map((text) => featureHashes(normalize(text)));
  const random = createRandom(options.seed ?? 1);
  const heldOut = holdOut(rows, labels.length, random);
  const fitted = fitAll(rows, history, { classCount: labels.length, random });
  return { labels, ...fitted, calibration: calibrate(heldOut) };
}

function fitAll(rows: readonly LabeledRow[], history: readonly Int32Array[], options: { classCount: number; random: Random }): FittedClasses {
  if (history.length === 0) return fitClasses(rows, options);
  return fitClasses(labelHistory(rows, history, options), { ...options, documents: [...rows.map((row) => row.hashes), ...history] });
}

/** Scores rows by models that never saw them: all of a small set, fold by fold, or one fold of a large one. */
function holdOut(rows: readonly LabeledRow[], classCount: number, random: Random): HeldOutRow[] {
  if (rows.length < 2 * foldCount) return [];
  const order = permutation(rows.length, random);
  const folds = rows.length < smallSet ? Array.from({ length: foldCount }, (_, fold) => fold) : [0];
  return folds.flatMap((fold) => {
    const part = (isHeldOut: boolean) => Array.from(order).filter((_, at) => (at % foldCount === fold) === isHeldOut).map((row) => rows[row] as LabeledRow);
    const fitted = fitClasses(part(false), { classCount, random });
    return part(true).map((row) => scoreRow(fitted, row));
  });
}

function scoreRow(fitted: FittedClasses, row: LabeledRow): HeldOutRow {
  const vector = vectorize(fitted.vocabulary, row.hashes);
  const scores = scoreClasses(fitted.weights, vector);
  return { scores, label: row.label, familiarity: familiarityOf(fitted.weights, vector, scores) };
}
