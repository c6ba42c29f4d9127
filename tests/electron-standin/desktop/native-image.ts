import { existsSync, readFileSync } from 'node:fs';
import { refuseRest } from '../core/refuse-rest.ts';
import { unmodelled } from '../core/unmodelled.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** Width and height stand at a fixed place in a PNG. */
function readSize(bytes: Buffer): Size {
  if (!bytes.subarray(0, 4).equals(PNG_SIGNATURE)) return { width: 0, height: 0 };
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** An image that is carried about but never drawn: its bytes and its size. PNG only. */
export class NativeImage {
  readonly #bytes: Buffer;
  readonly #size: Size;
  readonly #isResized: boolean;

  constructor(bytes: Buffer, resized?: Size) {
    if (bytes.length > 0 && !bytes.subarray(0, 4).equals(PNG_SIGNATURE)) unmodelled('a NativeImage that is not a PNG');
    this.#bytes = bytes;
    this.#size = resized ?? readSize(bytes);
    this.#isResized = resized !== undefined;
  }

  isEmpty(): boolean {
    return this.#bytes.length === 0;
  }

  getSize(): Size {
    return { ...this.#size };
  }

  resize({ width, height }: { width?: number; height?: number }): NativeImage {
    const ratio = this.#size.height / Math.max(this.#size.width, 1);
    const newWidth = width ?? Math.round((height ?? 0) / ratio);
    return new NativeImage(this.#bytes, { width: newWidth, height: height ?? Math.round(newWidth * ratio) });
  }

  toPNG(): Buffer {
    if (this.#isResized) unmodelled('the bytes of a resized NativeImage');
    return this.#bytes;
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.toPNG().toString('base64')}`;
  }

  /** Accepted: has an effect on macOS only. */
  setTemplateImage(_isTemplate: boolean): void {}
}

refuseRest(NativeImage.prototype, 'NativeImage');

/** Electron's `nativeImage`. As there, a file that can't be read gives an empty image. */
export const nativeImage = {
  createEmpty: (): NativeImage => new NativeImage(Buffer.alloc(0)),
  createFromPath: (path: string): NativeImage => new NativeImage(existsSync(path) ? readFileSync(path) : Buffer.alloc(0)),
  createFromBuffer: (bytes: Buffer): NativeImage => new NativeImage(bytes),
  createFromDataURL: (url: string): NativeImage => new NativeImage(Buffer.from(url.split(',')[1] ?? '', 'base64')),
};
