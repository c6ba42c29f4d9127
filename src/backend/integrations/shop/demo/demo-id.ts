import { createHash } from 'node:crypto';

/** A fixed instant (2026-01-01) in the time part of demo ids, so that they are valid UUIDv7 and never change. */
const DEMO_TIME = 1_767_225_600_000;

/** The id of a demo thing by its kind and slug: the same on every machine, so that demo data can refer to itself. */
export function demoId(kind: 'shop' | 'queue' | 'customer' | 'staff', slug: string): string {
  const bytes = createHash('sha256').update(`${kind}:${slug}`).digest().subarray(0, 16);
  bytes.writeUIntBE(DEMO_TIME, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
