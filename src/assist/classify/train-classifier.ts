import { createRandom, permutation, type Random } from '../numeric/random.ts';
import { featureHashes } from '../tokens/features.ts';
import { normalize } from '../tokens/normalize.ts';
import { abstainThreshold, fitTemperature, type HeldOutRow } from './calibrate.ts';
import { type Classifier, familiarityOf } from './classifier.ts';
import { packRows, trainSeparator } from './linear-svm.ts';
import { buildVocabulary, vectorize, type Vocabulary } from './vocabulary.ts';
import { type ClassWeights, quantizeWeights, scoreClasses } from './weights.ts';

export interface Example {
  text: string;
  label: string;
}

export interface ClassifierOptions {
  /** Decides every draw of chance; the same examples and seed give the same bytes. */
  seed?: number;
}

/** One example, read once: its distinct feature hashes and its class number. */
export interface LabeledRow {
  hashes: Int32Array;
  label: number;
}

/** A model before calibration. */
export interface FittedClasses {
  vocabulary: Vocabulary;
  weights: ClassWeights;
}

const cost = 1;
const passes = 10;
/** Under this many rows a feature seen once is kept, and calibration uses all five folds. */
const smallSet = 3000;

/**
 * Trains one-vs-rest separators on labelled texts, then calibrates them on parts held out of training.
 * Needs at least one example; 15,000 rows of 150 classes take seconds.
 */
export function trainClassifier(examples: readonly Example[], options: ClassifierOptions = {}): Classifier {
  if (examples.length === 0) throw new RangeError('a classifier needs at least one example');
  const labels = [...new Set(examples.map((example) => example.label))].sort();
  const numbers = new Map(labels.map((label, index) => [label, index]));
  const rows = examples.map(({ text, label }) => ({ hashes: featureHashes(normalize(text)), label: numbers.get(label) as number }));
  const random = createRandom(options.seed ?? 1);
  const heldOut = holdOut(rows, labels.length, random);
  const fitted = fitClasses(rows, labels.length, random);
  return { labels, ...fitted, temperature: fitTemperature(heldOut), abstainBelow: abstainThreshold(heldOut) };
}

/** Vocabulary and separators from rows alone. */
export function fitClasses(rows: readonly LabeledRow[], classCount: number, random: Random): FittedClasses {
  const vocabulary = buildVocabulary(rows.map((row) => row.hashes), rows.length < smallSet ? 1 : 2);
  const packed = packRows(rows.map((row) => vectorize(vocabulary, row.hashes)));
  const featureCount = vocabulary.hashes.length;
  const separators = Array.from({ length: classCount }, (_, label) => {
    const isPositive = Uint8Array.from(rows, (row) => (row.label === label ? 1 : 0));
    return trainSeparator(packed, isPositive, { featureCount, cost, passes, random });
  });
  return { vocabulary, weights: quantizeWeights(separators, featureCount) };
}

/** Scores rows by models that never saw them: all of a small set by five folds, one fifth of a large one. */
function holdOut(rows: readonly LabeledRow[], classCount: number, random: Random): HeldOutRow[] {
  if (rows.length < 10) return [];
  const order = permutation(rows.length, random);
  const folds = rows.length < smallSet ? [0, 1, 2, 3, 4] : [0];
  return folds.flatMap((fold) => {
    const part = (inside: boolean) => Array.from(order).filter((_, at) => (at % 5 === fold) === inside).map((row) => rows[row] as LabeledRow);
    const fitted = fitClasses(part(false), classCount, random);
    return part(true).map((row) => scoreRow(fitted, row));
  });
}

function scoreRow(fitted: FittedClasses, row: LabeledRow): HeldOutRow {
  const vector = vectorize(fitted.vocabulary, row.hashes);
  const scores = scoreClasses(fitted.weights, vector);
  return { scores, label: row.label, familiarity: familiarityOf(scores, vector) };
}
