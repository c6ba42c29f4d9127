import { permutation, type Random } from '../numeric/random.ts';
import type { DenseRows } from '../semantics/lsa.ts';

/** Rows in groups: the group of each row, and each group's centre (length one). */
export interface Clustering {
  groupOf: Int32Array;
  centres: DenseRows;
}

const rounds = 12;

/**
 * Spherical k-means: groups rows of length one by the nearest centre, seeded so that first centres lie apart.
 * Sources: Dhillon, Modha, "Concept Decompositions for Large Sparse Text Data using Clustering", 2001;
 * Arthur, Vassilvitskii, "k-means++", SODA 2007.
 */
export function clusterRows(rows: DenseRows, groupCount: number, random: Random): Clustering {
  const centres = firstCentres(rows, groupCount, random);
  const groupOf = new Int32Array(rowCount(rows)).fill(-1);
  for (let round = 0; round < rounds; round += 1) {
    if (!assignRows(rows, centres, groupOf)) break;
    moveCentres(rows, centres, groupOf);
  }
  return { groupOf, centres };
}

/**
 * How well rows sit in their groups, -1..1: the mean of (own - next) / (1 - smaller) over distances to centres
 * (a silhouette with centres in place of all members, which makes it linear in the rows).
 * Source: Hruschka et al., "Evolutionary Algorithms for Clustering Gene-Expression Data", 2004 (simplified silhouette).
 */
export function silhouette(rows: DenseRows, { centres, groupOf }: Clustering): number {
  let sum = 0;
  for (let row = 0; row < groupOf.length; row += 1) {
    let own = 1;
    let next = Infinity;
    for (let group = 0; group < rowCount(centres); group += 1) {
      const distance = 1 - similarity(rows, row, { centres, group });
      if (group === groupOf[row]) own = distance;
      else next = Math.min(next, distance);
    }
    sum += next === Infinity ? 0 : (next - own) / Math.max(next, own, 1e-9);
  }
  return sum / Math.max(groupOf.length, 1);
}

/** Cosine of a row and a centre. */
export function similarity(rows: DenseRows, row: number, { centres, group }: { centres: DenseRows; group: number }): number {
  const { width } = rows;
  let sum = 0;
  for (let cell = 0; cell < width; cell += 1) sum += (rows.values[row * width + cell] as number) * (centres.values[group * width + cell] as number);
  return sum;
}

function rowCount(rows: DenseRows): number {
  return rows.values.length / rows.width;
}

/** Each next centre is a row drawn with a chance that grows with its distance from the centres so far. */
function firstCentres(rows: DenseRows, groupCount: number, random: Random): DenseRows {
  const { width } = rows;
  const centres = { width, values: new Float32Array(groupCount * width) };
  const distances = new Float64Array(rowCount(rows)).fill(1);
  let chosen = (permutation(rowCount(rows), random)[0] as number);
  for (let group = 0; group < groupCount; group += 1) {
    centres.values.set(rows.values.subarray(chosen * width, (chosen + 1) * width), group * width);
    for (let row = 0; row < distances.length; row += 1) {
      distances[row] = Math.min(distances[row] as number, Math.max(0, 1 - similarity(rows, row, { centres, group })));
    }
    chosen = draw(distances, random);
  }
  return centres;
}

function draw(weights: Float64Array, random: Random): number {
  const total = weights.reduce((sum, weight) => sum + weight * weight, 0);
  let rest = random() * total;
  for (let at = 0; at < weights.length; at += 1) {
    rest -= (weights[at] as number) ** 2;
    if (rest <= 0) return at;
  }
  return weights.length - 1;
}

function assignRows(rows: DenseRows, centres: DenseRows, groupOf: Int32Array): boolean {
  let hasMoved = false;
  for (let row = 0; row < groupOf.length; row += 1) {
    let best = 0;
    let bestSimilarity = -Infinity;
    for (let group = 0; group < rowCount(centres); group += 1) {
      const value = similarity(rows, row, { centres, group });
      if (value > bestSimilarity) [best, bestSimilarity] = [group, value];
    }
    hasMoved ||= groupOf[row] !== best;
    groupOf[row] = best;
  }
  return hasMoved;
}

/** Moves every centre to the direction of the sum of its rows; an empty group keeps its centre. */
function moveCentres(rows: DenseRows, centres: DenseRows, groupOf: Int32Array): void {
  const { width } = rows;
  const sums = new Float32Array(centres.values.length);
  groupOf.forEach((group, row) => {
    for (let cell = 0; cell < width; cell += 1) sums[group * width + cell] = (sums[group * width + cell] as number) + (rows.values[row * width + cell] as number);
  });
  for (let from = 0; from < sums.length; from += width) {
    const sum = sums.subarray(from, from + width);
    const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
    if (length > 0) centres.values.set(sum.map((value) => value / length), from);
  }
}
