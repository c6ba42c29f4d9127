/** Share of ranks (0 = first, Infinity = not found) among the first k. */
export function recallAt(ranks: readonly number[], k: number): number {
  return ranks.filter((rank) => rank < k).length / Math.max(ranks.length, 1);
}

/** Mean of 1 / (1 + rank). */
export function meanReciprocalRank(ranks: readonly number[]): number {
  return ranks.reduce((sum, rank) => sum + 1 / (1 + rank), 0) / Math.max(ranks.length, 1);
}

/** Place of the right item by score; equals before it count against it. */
export function rankOf(scores: readonly number[], right: number): number {
  const score = scores[right] as number;
  return scores.filter((other, at) => other > score || (other === score && at < right)).length;
}

/** Normalised mutual information of two groupings, 0..1 (arithmetic mean). Source: Strehl, Ghosh, JMLR 3, 2002. */
export function mutualInformation(left: readonly string[], right: readonly string[]): number {
  const joint = left.map((group, at) => JSON.stringify([group, right[at]]));
  const [a, b] = [entropy(left), entropy(right)];
  return a + b === 0 ? 1 : (2 * (a + b - entropy(joint))) / (a + b);
}

function entropy(groups: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum -= (count / groups.length) * Math.log(count / groups.length);
  return sum;
}
