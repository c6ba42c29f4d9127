/** A stretch of a text in UTF-16 code units, `from` included, `to` not. */
export interface TextSpan<Kind extends string> {
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
}

export interface TextPiece<Kind extends string> {
  /** Where it begins in the text. */
  readonly from: number;
  readonly text: string;
  readonly kind: Kind | null;
}

/**
 * Cuts a text into plain and marked pieces that join to the text again. Spans may come in any order and may lie badly:
 * what is outside the text is ignored, of overlapping spans the one that starts first keeps its words, those of one kind
 * that touch become one piece, and no cut falls inside a surrogate pair.
 */
export function splitBySpans<Kind extends string>(text: string, spans: readonly TextSpan<Kind>[]): TextPiece<Kind>[] {
  const pieces: TextPiece<Kind>[] = [];
  let at = 0;
  const add = (to: number, kind: Kind | null): void => {
    const last = pieces.at(-1);
    if (to <= at) return;
    if (last?.kind === kind) pieces.splice(-1, 1, { ...last, text: text.slice(last.from, to) });
    else pieces.push({ from: at, text: text.slice(at, to), kind });
    at = to;
  };
  for (const span of spans.toSorted((left, right) => left.from - right.from)) {
    const from = wholeCharacter(text, Math.max(span.from, at));
    const to = wholeCharacter(text, Math.min(span.to, text.length));
    if (to <= from) continue;
    add(from, null);
    add(to, span.kind);
  }
  add(text.length, null);
  return pieces;
}

/** The same place, or one further when it lies between the two halves of a character. */
function wholeCharacter(text: string, index: number): number {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  const isInside = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return isInside ? index + 1 : index;
}
