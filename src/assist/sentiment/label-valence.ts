const goodNames = /^(?:pos|good|happy|joy|like|satisf|praise|正|好|满意|喜|积极)/u;
const badNames = /^(?:neg|bad|angry|anger|sad|dislike|unsatisf|dissatisf|disgust|fear|负|差|坏|不满|愤|怒|消极|厌|悲|惧)/u;

/**
 * The valence (-1..1) that each label of a sentiment model stands for. Numbers are spread evenly from the
 * lowest (-1) to the highest (1), so 0/1, -1/0/1 and stars work alike; names are read by their beginning; others are 0.
 */
export function valencesOf(labels: readonly string[]): Map<string, number> {
  const numbers = labels.map(Number);
  if (numbers.every((number, at) => Number.isFinite(number) && labels[at]?.trim() !== '')) return spread(labels, numbers);
  return new Map(labels.map((label) => [label, nameValence(label.toLowerCase())]));
}

function spread(labels: readonly string[], numbers: readonly number[]): Map<string, number> {
  const lowest = Math.min(...numbers);
  const range = Math.max(...numbers) - lowest;
  return new Map(labels.map((label, at) => [label, range === 0 ? 0 : (2 * ((numbers[at] as number) - lowest)) / range - 1]));
}

function nameValence(name: string): number {
  if (goodNames.test(name)) return 1;
  return badNames.test(name) ? -1 : 0;
}
