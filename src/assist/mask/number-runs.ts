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

const hanDigits = new Map([...'零〇○一二三四五六七八九'].map((character, at) => [character, String(Math.max(0, at - 2))]));
for (const [at, character] of [...'壹贰叁肆伍陆柒捌玖'].entries()) hanDigits.set(character, String(at + 1));
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
    if (text[end] === 'x' && !/[a-z\d]/.test(text[end + 1] ?? ' ') && digits.length > 1) {
      digits += 'x';
      end += 1;
    }
    groups.push({ digits, start, end });
    start = end - 1;
  }
  return groups;
}

function digitAt(text: string, at: number): string | undefined {
  const character = text[at];
  if (character === undefined) return undefined;
  return character >= '0' && character <= '9' ? character : hanDigits.get(character);
}
