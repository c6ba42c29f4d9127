/** What a code unit is to the tokenizer. `han` means "written without spaces": Han, kana and Hangul. */
export const unitKind = { gap: 0, word: 1, han: 2, symbol: 3 } as const;

const kinds = new Uint8Array(0x10000).fill(255);

/** The kind of one UTF-16 code unit. Surrogates of Han extensions are Han, the others (emoji) are symbols. */
export function kindOfUnit(unit: number): number {
  const known = kinds[unit] as number;
  if (known !== 255) return known;
  const kind = classifyUnit(unit);
  kinds[unit] = kind;
  return kind;
}

function classifyUnit(unit: number): number {
  if (isHanUnit(unit)) return unitKind.han;
  if (unit >= 0xd800 && unit <= 0xdfff) return unitKind.symbol;
  const character = String.fromCharCode(unit);
  if (/[\p{L}\p{N}\p{M}]/u.test(character)) return unitKind.word;
  return /[\p{So}\p{Sc}?!]/u.test(character) ? unitKind.symbol : unitKind.gap;
}

function isHanUnit(unit: number): boolean {
  if (unit < 0x3005) return false;
  if (unit <= 0x30ff) return unit === 0x3005 || unit === 0x3007 || unit >= 0x3041;
  if (unit >= 0xd840 && unit <= 0xd888) return true;
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0xf900 && unit <= 0xfaff);
}

/** `zh` when Han characters weigh more than Latin words (a Chinese word is about two characters), else `en`. */
export function detectLanguage(text: string): 'zh' | 'en' {
  let han = 0;
  let words = 0;
  let before: number = unitKind.gap;
  for (let index = 0; index < text.length; index += 1) {
    const kind = kindOfUnit(text.charCodeAt(index));
    if (kind === unitKind.han) han += 1;
    if (kind === unitKind.word && before !== unitKind.word && !isDigit(text.charCodeAt(index))) words += 1;
    before = kind;
  }
  return han > 0 && han >= words ? 'zh' : 'en';
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
