import { kindOfUnit, unitKind } from './script.ts';

/** A stretch of one kind of character in a normalised text. */
export interface Run {
  kind: number;
  start: number;
  end: number;
}

/** Splits a normalised text into words, Han runs and symbols; gaps (spaces, marks) are left out. */
export function splitRuns(text: string): Run[] {
  const runs: Run[] = [];
  let start = 0;
  while (start < text.length) {
    const kind = kindOfUnit(text.charCodeAt(start));
    let end = start + 1;
    while (end < text.length && continues(text, end, kind)) end += 1;
    if (kind !== unitKind.gap) runs.push({ kind, start, end });
    start = end;
  }
  return runs;
}

/** A symbol stands alone but for its surrogate partner; an apostrophe between letters stays in its word. */
function continues(text: string, at: number, kind: number): boolean {
  const unit = text.charCodeAt(at);
  const here = kindOfUnit(unit);
  if (kind === unitKind.symbol) return unit >= 0xdc00 && unit <= 0xdfff;
  if (kind === unitKind.han && unit >= 0xdc00 && unit <= 0xdfff) return kindOfUnit(text.charCodeAt(at - 1)) === unitKind.han;
  return here === kind;
}
