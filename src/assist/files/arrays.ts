import { fnvBasis } from '../numeric/fnv.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';

/** The array types that a model is stored in. */
export type StoredArray = Int8Array | Uint8Array | Uint16Array | Int32Array | Uint32Array | Float32Array;

/** What stands where in the binary part of a model: little-endian, each array on a multiple of four bytes. */
export interface ArrayLayout {
  name: string;
  type: 'i8' | 'u8' | 'u16' | 'i32' | 'u32' | 'f32';
  length: number;
}

const makers = {
  i8: (buffer: ArrayBuffer, at: number, length: number) => new Int8Array(buffer, at, length),
  u8: (buffer: ArrayBuffer, at: number, length: number) => new Uint8Array(buffer, at, length),
  u16: (buffer: ArrayBuffer, at: number, length: number) => new Uint16Array(buffer, at, length),
  i32: (buffer: ArrayBuffer, at: number, length: number) => new Int32Array(buffer, at, length),
  u32: (buffer: ArrayBuffer, at: number, length: number) => new Uint32Array(buffer, at, length),
  f32: (buffer: ArrayBuffer, at: number, length: number) => new Float32Array(buffer, at, length),
};
const widths = { i8: 1, u8: 1, u16: 2, i32: 4, u32: 4, f32: 4 };

/** Arrays laid end to end, and the list that says which is where. */
export function packArrays(arrays: Record<string, StoredArray>): { layout: ArrayLayout[]; bytes: Uint8Array } {
  const entries = Object.entries(arrays);
  const layout = entries.map(([name, array]): ArrayLayout => ({ name, type: typeOf(array), length: array.length }));
  const bytes = new Uint8Array(layout.reduce((size, { type, length }) => size + padded(widths[type] * length), 0));
  let at = 0;
  for (const [, array] of entries) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += padded(array.byteLength);
  }
  return { layout, bytes };
}

/** The arrays of a binary part, by name; an error when the size is not what the layout says. */
export function unpackArrays(layout: readonly ArrayLayout[], bytes: Uint8Array): Result<Map<string, StoredArray>, string> {
  const size = layout.reduce((sum, { type, length }) => sum + padded((widths[type] ?? NaN) * length), 0);
  if (size !== bytes.length) return err(`the weights have ${bytes.length} bytes where ${size} are expected`);
  // A copy of its own: a Buffer's `slice` is a view, and typed arrays want their bytes on multiples of four.
  const { buffer } = Uint8Array.from(bytes);
  const arrays = new Map<string, StoredArray>();
  let at = 0;
  for (const { name, type, length } of layout) {
    arrays.set(name, makers[type](buffer, at, length));
    at += padded(widths[type] * length);
  }
  return ok(arrays);
}

/** FNV-1a over bytes, eight hexadecimal digits: finds a truncated or damaged file, not a forged one. */
export function checksum(bytes: Uint8Array): string {
  let hash = fnvBasis;
  for (let at = 0; at < bytes.length; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function typeOf(array: StoredArray): ArrayLayout['type'] {
  if (array instanceof Int8Array) return 'i8';
  if (array instanceof Uint8Array) return 'u8';
  if (array instanceof Uint16Array) return 'u16';
  if (array instanceof Int32Array) return 'i32';
  return array instanceof Uint32Array ? 'u32' : 'f32';
}

function padded(size: number): number {
  return Math.ceil(size / 4) * 4;
}
