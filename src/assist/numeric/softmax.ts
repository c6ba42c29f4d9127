/** exp(score / temperature), scaled to sum to one. Safe for any finite scores. */
export function softmax(scores: ArrayLike<number>, temperature: number): Float64Array {
  let largest = -Infinity;
  for (let index = 0; index < scores.length; index += 1) largest = Math.max(largest, scores[index] as number);
  const shares = Float64Array.from(scores, (score) => Math.exp((score - largest) / temperature));
  let total = 0;
  for (const share of shares) total += share;
  for (let index = 0; index < shares.length; index += 1) shares[index] = (shares[index] as number) / total;
  return shares;
}

/** Index of the largest value; the first of equals. -1 when there is none. */
export function argMax(values: ArrayLike<number>): number {
  let best = -1;
  for (let index = 0; index < values.length; index += 1) {
    if (best < 0 || (values[index] as number) > (values[best] as number)) best = index;
  }
  return best;
}

/** Positions of the `count` largest values, largest first, equals by position. */
export function topIndices(values: ArrayLike<number>, count: number): number[] {
  const best: number[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    if (best.length === count && value <= (values[best[count - 1] as number] as number)) continue;
    let at = best.length;
    while (at > 0 && (values[best[at - 1] as number] as number) < value) at -= 1;
    best.splice(at, 0, index);
    if (best.length > count) best.pop();
  }
  return best;
}

/** 1 / (1 + e^-x). */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
