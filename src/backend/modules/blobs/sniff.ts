/** What a file's first bytes say it is; what it calls itself is not asked. Null for everything that is not on the list. */
export type SniffedType = { readonly mediaType: string; readonly isImage: boolean };

type Signature = SniffedType & { readonly offset: number; readonly bytes: readonly number[] };

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

const signature = (mediaType: string, bytes: readonly number[], offset = 0): Signature => ({ mediaType, isImage: mediaType.startsWith('image/'), offset, bytes });

const SIGNATURES: readonly Signature[] = [
  signature('image/png', [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a]),
  signature('image/jpeg', [0xff, 0xd8, 0xff]),
  signature('image/gif', ascii('GIF8')),
  signature('image/webp', ascii('WEBP'), 8),
  signature('image/avif', ascii('ftypavif'), 4),
  signature('application/pdf', ascii('%PDF-')),
  signature('audio/mpeg', ascii('ID3')),
  signature('audio/mpeg', [0xff, 0xfb]),
  signature('audio/ogg', ascii('OggS')),
  signature('audio/wav', ascii('WAVE'), 8),
  signature('audio/mp4', ascii('ftypM4A'), 4),
  signature('audio/webm', [0x1a, 0x45, 0xdf, 0xa3]),
];

/** The type by signature (the lists of the formats' own specifications). */
export function sniff(bytes: Buffer): SniffedType | null {
  const found = SIGNATURES.find(({ offset, bytes: wanted }) => wanted.every((byte, index) => bytes[offset + index] === byte));
  return found ? { mediaType: found.mediaType, isImage: found.isImage } : null;
}
