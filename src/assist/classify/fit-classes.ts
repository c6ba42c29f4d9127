import type { Random } from '../numeric/random.ts';
import { packRows, trainSeparator } from './linear-svm.ts';
import { buildVocabulary, vectorize, type Vocabulary } from './vocabulary.ts';
import { type ClassWeights, quantizeWeights } from './weights.ts';

/** One example, read once: its distinct feature hashes and its class number. */
export interface LabeledRow {
  hashes: Int32Array;
  label: number;
  /** How much it counts beside a labelled row; 1 when absent. */
  weight?: number;
}

/** A model before calibration. */
export interface FittedClasses {
  vocabulary: Vocabulary;
  weights: ClassWeights;
}

export interface FitOptions {
  classCount: number;
  random: Random;
  /** Cost of a mistake; less of it fits noisy labels (reviews), more fits clean ones (intents). */
  cost: number;
  /** Texts that decide which features are known and how rare they are; those of the rows when absent. */
  documents?: readonly Int32Array[];
}

const passes = 12;
/** Under this many texts a feature seen once is kept. */
const smallSet = 3000;

/** Vocabulary and one-vs-rest separators from rows alone. */
export function fitClasses(rows: readonly LabeledRow[], options: FitOptions): FittedClasses {
  const documents = options.documents ?? rows.map((row) => row.hashes);
  const vocabulary = buildVocabulary(documents, documents.length < smallSet ? 1 : 2);
  const packed = packRows(rows.map((row) => vectorize(vocabulary, row.hashes)));
  const rowWeights = Float32Array.from(rows, (row) => row.weight ?? 1);
  const featureCount = vocabulary.hashes.length;
  const separators = Array.from({ length: options.classCount }, (_, label) => {
    const isPositive = Uint8Array.from(rows, (row) => (row.label === label ? 1 : 0));
    return trainSeparator(packed, isPositive, { featureCount, cost: options.cost, passes, rowWeights, random: options.random });
  });
  return { vocabulary, weights: quantizeWeights(separators, featureCount) };
}
