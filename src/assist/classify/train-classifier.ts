import { createRandom, permutation, type Random } from '../numeric/random.ts';
import { featureHashes } from '../tokens/features.ts';
import { normalize } from '../tokens/normalize.ts';
import { calibrate, countRight, type HeldOutRow } from './calibrate.ts';
import { type Classifier, familiarityOf } from './classifier.ts';
import { type FitOptions, type FittedClasses, fitClasses, type LabeledRow } from './fit-classes.ts';
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
const usualCost = 1;
const gentleCost = 0.25;
const clearlyBetter = 0.01;
/** Rows x classes up to which two costs are tried. */
const smallProblem = 200_000;

/**
 * Trains one-vs-rest separators on labelled texts, then calibrates them on parts held out of training.
 * Needs at least one example; 15,000 rows of 150 classes take seconds.
 */
export function trainClassifier(examples: readonly Example[], options: ClassifierOptions = {}): Classifier {
  if (examples.length === 0) throw new RangeError('a classifier needs at least one example');
  const labels = [...new Set(examples.map((example) => example.label))].toSorted();
  const numbers = new Map(labels.map((label, index) => [label, index]));
  const rows = examples.map(({ text, label }) => ({ hashes: featureHashes(normalize(text)), label: numbers.get(label) as number }));
  const history = (options.unlabeled ?? []).map((text) => featureHashes(normalize(text)));
  const random = createRandom(options.seed ?? 1);
  const { cost, heldOut } = chooseCost(rows, labels.length, random);
  const fitted = fitAll(rows, history, { classCount: labels.length, random, cost });
  return { labels, ...fitted, calibration: calibrate(heldOut) };
}

function fitAll(rows: readonly LabeledRow[], history: readonly Int32Array[], options: FitOptions): FittedClasses {
  if (history.length === 0) return fitClasses(rows, options);
  return fitClasses(labelHistory(rows, history, options), { ...options, documents: [...rows.map((row) => row.hashes), ...history] });
}

/** The cost to train with, and rows held out at that cost. Where trying both is cheap, the usual cost must be clearly better than the gentle one. */
function chooseCost(rows: readonly LabeledRow[], classCount: number, random: Random): { cost: number; heldOut: HeldOutRow[] } {
  const usual = holdOut(rows, { classCount, random, cost: usualCost });
  if (usual.length === 0 || rows.length * classCount > smallProblem) return { cost: usualCost, heldOut: usual };
  const gentle = holdOut(rows, { classCount, random, cost: gentleCost });
  const isClear = countRight(usual) > countRight(gentle) + usual.length * clearlyBetter;
  return isClear ? { cost: usualCost, heldOut: usual } : { cost: gentleCost, heldOut: gentle };
}

/** Scores rows by models that never saw them: all of a small set, fold by fold, or one fold of a large one. */
function holdOut(rows: readonly LabeledRow[], options: FitOptions): HeldOutRow[] {
  if (rows.length < 2 * foldCount) return [];
  const order = permutation(rows.length, options.random);
  const folds = rows.length < smallSet ? Array.from({ length: foldCount }, (_, fold) => fold) : [0];
  return folds.flatMap((fold) => {
    const part = (isHeldOut: boolean) => Array.from(order).filter((_, at) => (at % foldCount === fold) === isHeldOut).map((row) => rows[row] as LabeledRow);
    const fitted = fitClasses(part(false), options);
    return part(true).map((row) => scoreRow(fitted, row));
  });
}

function scoreRow(fitted: FittedClasses, row: LabeledRow): HeldOutRow {
  const vector = vectorize(fitted.vocabulary, row.hashes);
  const scores = scoreClasses(fitted.weights, vector);
  return { scores, label: row.label, familiarity: familiarityOf(fitted.weights, vector, scores) };
}
