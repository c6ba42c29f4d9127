import { fitClasses } from '../classify/fit-classes.ts';
import { buildVocabulary, vectorize } from '../classify/vocabulary.ts';
import { scoreClasses } from '../classify/weights.ts';
import { createRandom, permutation, type Random } from '../numeric/random.ts';
import { argMax } from '../numeric/softmax.ts';
import { type DenseRows, findDirections, placeUnitTexts } from '../semantics/lsa.ts';
import { featureHashes } from '../tokens/features.ts';
import { normalize } from '../tokens/normalize.ts';
import { clusterRows, similarity, silhouette } from './k-means.ts';
import { groupNearDuplicates } from './near-duplicates.ts';

export interface Question {
  id: string;
  text: string;
}

/** Questions that ask the same. */
export interface QuestionCluster {
  /** The question nearest to the middle of the cluster. */
  title: string;
  /** A few different ones, nearest to the middle first. */
  samples: string[];
  /** Ids of all its questions, in the order given. */
  ids: string[];
}

const width = 80;
const sampleCount = 5;
/** Choosing the number of clusters looks at no more questions than this. */
const mostForChoice = 1500;
const labellingRounds = 2;
const mostClustersLost = 0.3;

/**
 * Groups open questions (those the bot abstained on, or that stayed unsolved) into clusters, largest first.
 * Near-duplicates first; then tf-idf -> LSA -> spherical k-means with the number of clusters that gives the best
 * silhouette; then a classifier taught with the clusters moves questions to where their words belong.
 */
export function mineQuestions(questions: readonly Question[], seed = 1): QuestionCluster[] {
  if (questions.length === 0) return [];
  const random = createRandom(seed);
  const hashes = questions.map(({ text }) => featureHashes(normalize(text)));
  const leaders = groupNearDuplicates(hashes);
  const distinct = [...new Set(leaders)];
  const rows = placeRows(distinct.map((at) => hashes[at] as Int32Array), random);
  const groups = refineGroups(distinct.map((at) => hashes[at] as Int32Array), groupRows(rows, random), random);
  const groupOfLeader = new Map(distinct.map((leader, row) => [leader, groups[row] as number]));
  return describeClusters(questions, { rows, distinct, leaders, groupOfLeader });
}

function placeRows(hashes: readonly Int32Array[], random: Random): DenseRows {
  const vocabulary = buildVocabulary(hashes, hashes.length < 200 ? 1 : 2);
  const vectors = hashes.map((list) => vectorize(vocabulary, list));
  const options = { width: Math.min(width, Math.max(2, hashes.length - 1)), random };
  return placeUnitTexts(vectors, findDirections(vectors, vocabulary.hashes.length, options));
}

function groupRows(rows: DenseRows, random: Random): Int32Array {
  const count = rows.values.length / rows.width;
  if (count < 4) return Int32Array.from({ length: count }, (_, row) => row);
  return clusterRows(rows, chooseGroupCount(rows, random), random).groupOf;
}

/** Tries numbers of clusters in steps of a third, and keeps the one with the best silhouette. */
function chooseGroupCount(rows: DenseRows, random: Random): number {
  const sample = sampleRows(rows, random);
  const count = sample.values.length / sample.width;
  let best = { groupCount: 2, quality: -Infinity };
  for (let groupCount = 2; groupCount <= count / 4; groupCount = Math.ceil(groupCount * 1.33)) {
    const quality = silhouette(sample, clusterRows(sample, groupCount, random));
    if (quality > best.quality) best = { groupCount, quality };
  }
  return best.groupCount;
}

function sampleRows(rows: DenseRows, random: Random): DenseRows {
  const count = rows.values.length / rows.width;
  if (count <= mostForChoice) return rows;
  const values = new Float32Array(mostForChoice * rows.width);
  permutation(count, random).subarray(0, mostForChoice).forEach((row, at) => {
    values.set(rows.values.subarray(row * rows.width, (row + 1) * rows.width), at * rows.width);
  });
  return { width: rows.width, values };
}

/** Teaches a classifier the groups and lets it regroup; a round that loses many groups is refused. */
function refineGroups(hashes: readonly Int32Array[], groups: Int32Array, random: Random): Int32Array {
  let current = groups;
  for (let round = 0; round < labellingRounds; round += 1) {
    const labels = [...new Set(current)];
    if (labels.length < 2) return current;
    const rows = hashes.map((list, at) => ({ hashes: list, label: labels.indexOf(current[at] as number) }));
    const { vocabulary, weights } = fitClasses(rows, { classCount: labels.length, random, cost: 1 });
    const next = Int32Array.from(hashes, (list) => labels[argMax(scoreClasses(weights, vectorize(vocabulary, list)))] as number);
    if (new Set(next).size < labels.length * (1 - mostClustersLost)) return current;
    current = next;
  }
  return current;
}

interface Grouping {
  rows: DenseRows;
  distinct: number[];
  leaders: Int32Array;
  groupOfLeader: Map<number, number>;
}

function describeClusters(questions: readonly Question[], grouping: Grouping): QuestionCluster[] {
  const { distinct, leaders, groupOfLeader } = grouping;
  const members = new Map<number, string[]>();
  questions.forEach(({ id }, at) => {
    const group = groupOfLeader.get(leaders[at] as number) as number;
    members.set(group, [...(members.get(group) ?? []), id]);
  });
  return [...members].toSorted((left, right) => right[1].length - left[1].length).map(([group, ids]) => {
    const rowsInside = distinct.flatMap((leader, row) => (groupOfLeader.get(leader) === group ? [row] : []));
    const samples = mostCentral(grouping.rows, rowsInside).slice(0, sampleCount).map((row) => (questions[distinct[row] as number] as Question).text);
    return { title: samples[0] as string, samples, ids };
  });
}

function mostCentral(rows: DenseRows, inside: readonly number[]): number[] {
  const { width: cells } = rows;
  const values = new Float32Array(cells);
  for (const row of inside) for (let cell = 0; cell < cells; cell += 1) values[cell] = (values[cell] as number) + (rows.values[row * cells + cell] as number);
  const middle = { centres: { width: cells, values }, group: 0 };
  const nearness = new Map(inside.map((row) => [row, similarity(rows, row, middle)]));
  return [...inside].toSorted((left, right) => (nearness.get(right) as number) - (nearness.get(left) as number));
}
