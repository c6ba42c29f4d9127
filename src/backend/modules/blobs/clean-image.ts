import sharp from 'sharp';

/** Pixels of the longer side that are kept, and of an upload at all: a small file may unpack to a huge picture. */
const LONGEST_SIDE = 4_096;
const MOST_PIXELS = 60_000_000;

export type CleanImage = { readonly bytes: Buffer; readonly mediaType: string; readonly width: number; readonly height: number };

/**
 * The picture drawn anew: turned as its camera said, without metadata (places, devices) and without whatever else its file
 * carried. Animations keep their first frame. Null when it can't be read as a picture.
 */
export async function cleanImage(original: Buffer): Promise<CleanImage | null> {
  const picture = sharp(original, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).rotate().resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
  try {
    const { hasAlpha } = await sharp(original, { limitInputPixels: MOST_PIXELS }).metadata();
    const { data, info } = await (hasAlpha ? picture.png() : picture.jpeg({ quality: 88 })).toBuffer({ resolveWithObject: true });
    return { bytes: data, mediaType: hasAlpha ? 'image/png' : 'image/jpeg', width: info.width, height: info.height };
  } catch {
    return null;
  }
}
