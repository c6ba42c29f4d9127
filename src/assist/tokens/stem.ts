/**
 * Where the stem of an English word ends: plural -s, -es, -ies, then -ing, -ed and a doubled consonant or mute -e are cut off.
 * Source: steps 1a and 1b of Porter, "An algorithm for suffix stripping", Program 14(3), 1980, without restoring letters.
 */
export function stemEnd(text: string, start: number, end: number): number {
  if (end - start < 4) return end;
  const single = withoutPlural(text, start, end);
  const plain = withoutTense(text, start, single);
  return dropTail(text, start, plain);
}

function withoutPlural(text: string, start: number, end: number): number {
  if (text[end - 1] !== 's' || text[end - 2] === 's' || text[end - 2] === 'u') return end;
  if (end - start > 4 && text[end - 2] === 'e' && /[sxz]|[cs]h/.test(text.slice(end - 4, end - 2))) return end - 2;
  return end - 1;
}

function withoutTense(text: string, start: number, end: number): number {
  for (const suffix of ['ing', 'ed']) {
    const cut = end - suffix.length;
    if (cut - start >= 3 && text.startsWith(suffix, cut) && /[aeiouy]/.test(text.slice(start, cut))) return cut;
  }
  return end;
}

/** Makes "stopp" and "stop", "care" and "car(ing)", "policy" and "polici(es)" meet. */
function dropTail(text: string, start: number, end: number): number {
  if (end - start < 4) return end;
  const last = text[end - 1] as string;
  if ('eiy'.includes(last)) return end - 1;
  return last === text[end - 2] && !'aeiouls'.includes(last) ? end - 1 : end;
}
