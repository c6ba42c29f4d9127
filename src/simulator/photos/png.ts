import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue, 0..255. */
export type Colour = readonly [number, number, number];

export type Raster = { readonly width: number; readonly height: number; readonly colourAt: (x: number, y: number) => Colour };

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const EIGHT_BIT_RGB = [8, 2, 0, 0, 0];

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** The raster as a PNG file (PNG specification, third edition): true colour, every row unfiltered. */
export function encodePng({ width, height, colourAt }: Raster): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(EIGHT_BIT_RGB, 8);
  const rows = Array.from({ length: height }, (_, y) => [0, ...Array.from({ length: width }, (_unused, x) => colourAt(x, y)).flat()]);
  return Uint8Array.from(Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from(rows.flat()))), chunk('IEND', Buffer.alloc(0))]));
}
