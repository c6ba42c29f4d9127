/** A number as people write it: groups of digits with separators between, Han numerals read as digits. */
export interface NumberRun {
  groups: DigitGroup[];
}

/** Digits that stand together. Ranges are of the normalised text. */
export interface DigitGroup {
  digits: string;
  start: number;
  end: number;
}

const hanDigits = new Map(Array.from('零〇○一二三四五六七八九', (character, at) => [character, String(Math.max(0, at - 2))]));
for (const [at, character] of Array.from('壹贰叁肆伍陆柒捌玖').entries()) hanDigits.set(character, String(at + 1));
hanDigits.set('幺', '1');

/** What may stand between two groups of one number: up to two of space, dash, dot, bracket or invisible marks. */
const separator = /^[\s\-\u2010-\u2015.·•_/()\u200b-\u200d\ufeff]{1,2}$/u;

/** The numbers of a normalised text, groups merged into runs where only separators stand between. */
export function findNumberRuns(text: string): NumberRun[] {
  const runs: NumberRun[] = [];
  for (const group of findGroups(text)) {
    const run = runs.at(-1);
    const last = run?.groups.at(-1);
    if (run && last && separator.test(text.slice(last.end, group.start))) run.groups.push(group);
    else runs.push({ groups: [group] });
  }
  return runs;
}

function findGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  for (let start = 0; start < text.length; start += 1) {
    let end = start;
    let digits = '';
    for (let digit = digitAt(text, end); digit !== undefined; digit = digitAt(text, end)) {
      digits += digit;
      end += 1;
    }
    if (end === start) continue;
    if (text[end] === 'x' && (digits.length === 17 || (groups.at(-1)?.end ?? -9) >= start - 2)) {
      digits += 'x';
      end += 1;
    }
    groups.push({ digits, start, end });
    start = end - 1;
  }
  return groups;
}

/** A Han one that begins a word (as in 一共, 一下) is no digit. */
const wordOfOne = /^一[共个下些起样直定般次件会点旦切边方]/u;

function digitAt(text: string, at: number): string | undefined {
  const character = text[at];
  if (character === undefined || wordOfOne.test(text.slice(at, at + 2))) return undefined;
  return character >= '0' && character <= '9' ? character : hanDigits.get(character);
}
