/** NFKC and lower case: full-width forms, ligatures and letter case stop mattering. */
export function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** A normalised text that knows where each of its code units came from. */
export interface AlignedText {
  text: string;
  /** `origins[i]` = index in the original of the character that made unit i; `origins[text.length]` = the original's length. */
  origins: Uint32Array;
}

/**
 * The same folding, one code point at a time, with the way back to the original.
 * Marks that combine with the letter before them stay apart, which is what spans want.
 */
export function normalizeAligned(original: string): AlignedText {
  const parts: string[] = [];
  const origins: number[] = [];
  let at = 0;
  for (const character of original) {
    const folded = normalize(character);
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) origins.push(at);
    at += character.length;
  }
  origins.push(original.length);
  return { text: parts.join(''), origins: Uint32Array.from(origins) };
}

/** A half-open range of UTF-16 code units of the original text. */
export type Span = [start: number, end: number];

/** The original range behind the normalised range [start, end); it covers whole characters. */
export function originalSpan(aligned: AlignedText, start: number, end: number): Span {
  const { origins } = aligned;
  const from = origins[start] as number;
  let stop = end;
  while (stop < origins.length - 1 && origins[stop] === origins[end - 1]) stop += 1;
  return [from, origins[stop] as number];
}
