/** So much of a line is shown before and behind the place where it differs. */
const BEFORE = 120;
const BEHIND = 60;

function differingAt(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** Where two records part, with a piece of both; null when they are equal. */
export function firstDifference(one: readonly string[], other: readonly string[]): string | null {
  for (let line = 0; line < Math.max(one.length, other.length); line += 1) {
    const [mine, theirs] = [one[line] ?? 'nothing', other[line] ?? 'nothing'];
    if (mine === theirs) continue;
    const at = differingAt(mine, theirs);
    const piece = (text: string): string => text.slice(Math.max(0, at - BEFORE), at + BEHIND);
    return `line ${line}, place ${at}: ${piece(mine)} | ${piece(theirs)}`;
  }
  return null;
}
