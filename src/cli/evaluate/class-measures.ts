/** An answer of a classifier beside the truth. */
export interface JudgedAnswer {
  truth: string;
  label: string;
  /** 0..1 */
  confidence: number;
  abstain: boolean;
}

/** A point of the coverage curve: answering only the surest `coverage` of the items, `accuracy` of them are right. */
export interface CoveragePoint {
  coverage: number;
  accuracy: number;
}

/** A bar of the reliability diagram: of `count` answers with a confidence in the bin, the mean confidence and the share right. */
export interface ReliabilityBin {
  from: number;
  to: number;
  count: number;
  confidence: number;
  accuracy: number;
}

export function accuracyOf(answers: readonly JudgedAnswer[]): number {
  return answers.filter(isRight).length / Math.max(answers.length, 1);
}

/** Mean F1 over the classes that occur in truth or answers. */
export function macroF1(answers: readonly JudgedAnswer[]): number {
  const labels = new Set(answers.flatMap(({ truth, label }) => [truth, label]));
  let sum = 0;
  for (const label of labels) {
    const both = answers.filter((answer) => answer.label === label && answer.truth === label).length;
    const either = answers.filter((answer) => answer.label === label).length + answers.filter((answer) => answer.truth === label).length;
    sum += either === 0 ? 0 : (2 * both) / either;
  }
  return sum / Math.max(labels.size, 1);
}

/** Accuracy of the surest 10 %, 20 % ... 100 %. */
export function coverageCurve(answers: readonly JudgedAnswer[]): CoveragePoint[] {
  const surest = answers.toSorted((left, right) => right.confidence - left.confidence);
  return Array.from({ length: 10 }, (_, tenth) => {
    const coverage = (tenth + 1) / 10;
    return { coverage, accuracy: accuracyOf(surest.slice(0, Math.max(1, Math.round(surest.length * coverage)))) };
  });
}

export function reliabilityBins(answers: readonly JudgedAnswer[]): ReliabilityBin[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const from = tenth / 10;
    const inside = answers.filter(({ confidence }) => confidence > from && (confidence <= from + 0.1 || tenth === 9));
    const mean = inside.reduce((sum, answer) => sum + answer.confidence, 0) / Math.max(inside.length, 1);
    return { from, to: (tenth + 1) / 10, count: inside.length, confidence: mean, accuracy: accuracyOf(inside) };
  });
}

/** Expected calibration error: mean distance of confidence and accuracy over the bins, weighted by their counts. Source: Naeini, Cooper, Hauskrecht, AAAI 2015. */
export function calibrationError(answers: readonly JudgedAnswer[]): number {
  const total = reliabilityBins(answers).reduce((sum, bin) => sum + bin.count * Math.abs(bin.confidence - bin.accuracy), 0);
  return total / Math.max(answers.length, 1);
}

/** Probability that a random one of `high` exceeds a random one of `low` (area under the ROC curve), ties half. */
export function areaUnderCurve(high: readonly number[], low: readonly number[]): number {
  const all = [...high.map((value) => ({ value, isHigh: true })), ...low.map((value) => ({ value, isHigh: false }))].toSorted((left, right) => left.value - right.value);
  let ranks = 0;
  for (let at = 0; at < all.length; ) {
    let end = at;
    while (end < all.length && all[end]?.value === all[at]?.value) end += 1;
    ranks += ((at + 1 + end) / 2) * all.slice(at, end).filter((item) => item.isHigh).length;
    at = end;
  }
  return (ranks - (high.length * (high.length + 1)) / 2) / (high.length * low.length);
}

function isRight({ truth, label }: JudgedAnswer): boolean {
  return truth === label;
}
