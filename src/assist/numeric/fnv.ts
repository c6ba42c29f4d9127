/** Start value of FNV-1a, 32 bit. Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm", RFC 9923. */
export const fnvBasis = 0x811c9dc5;

/** One FNV-1a step over a UTF-16 code unit (two octet steps, low octet first). Returns a 32-bit pattern, maybe negative. */
export function fnvStep(hash: number, unit: number): number {
  const low = Math.imul(hash ^ (unit & 0xff), 0x01000193);
  return Math.imul(low ^ (unit >>> 8), 0x01000193);
}

/** FNV-1a of `text[start..end)`, continuing from `hash`; the salt in `hash` keeps kinds of features apart. */
// oxlint-disable-next-line max-params -- called for every piece of every text: an object apiece would be garbage
export function fnvSlice(text: string, start: number, end: number, hash: number = fnvBasis): number {
  let value = hash;
  for (let index = start; index < end; index += 1) value = fnvStep(value, text.charCodeAt(index));
  return value;
}
