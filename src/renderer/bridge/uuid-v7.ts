type Sources = { readonly now: () => number; /** Fills the array with random bytes and returns it. */ readonly random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> };

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Makes UUIDv7 text (RFC 9562, section 5.7): 48 bits of milliseconds, then random bits; sorted by time of making. */
export function createIdSource({ now, random }: Sources): () => string {
  return () => {
    const bytes = random(new Uint8Array(16));
    const view = new DataView(bytes.buffer);
    const instant = now();
    view.setUint32(0, Math.floor(instant / 2 ** 16));
    view.setUint16(4, instant % 2 ** 16);
    view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
    view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
    const text = hex(bytes);
    return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
  };
}
