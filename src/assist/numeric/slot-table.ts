/**
 * Open-addressing map from 32-bit keys to dense slots 0, 1, 2, ... in order of first insertion.
 * About eight times smaller than a `Map<number, number>`, and twice as fast on millions of look-ups.
 */
export interface SlotTable {
  /** Keys by slot; only the first `size` entries mean something. */
  keys: Int32Array;
  /** Slot + 1 by bucket, 0 = empty. Its length is a power of two and at least twice `size`. */
  buckets: Int32Array;
  size: number;
}

export function createSlotTable(expected = 16): SlotTable {
  let capacity = 32;
  while (capacity < expected * 2) capacity *= 2;
  return { keys: new Int32Array(capacity / 2), buckets: new Int32Array(capacity), size: 0 };
}

/** The slot of a key, or -1. */
export function findSlot(table: SlotTable, key: number): number {
  const { buckets, keys } = table;
  const mask = buckets.length - 1;
  const wanted = key | 0;
  for (let bucket = scatter(wanted) & mask; ; bucket = (bucket + 1) & mask) {
    const slot = (buckets[bucket] as number) - 1;
    if (slot < 0 || keys[slot] === wanted) return slot;
  }
}

/** The slot of a key, made when it is new. */
export function claimSlot(table: SlotTable, key: number): number {
  const found = findSlot(table, key);
  if (found >= 0) return found;
  if (table.size === table.keys.length) grow(table);
  const slot = table.size;
  table.keys[slot] = key | 0;
  table.size = slot + 1;
  place(table, slot);
  return slot;
}

/** A table that gives each key its position in `keys`. */
export function slotTableOf(keys: ArrayLike<number>): SlotTable {
  const table = createSlotTable(keys.length);
  for (let index = 0; index < keys.length; index += 1) claimSlot(table, keys[index] as number);
  return table;
}

function scatter(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

function place(table: SlotTable, slot: number): void {
  const { buckets, keys } = table;
  const mask = buckets.length - 1;
  let bucket = scatter(keys[slot] as number) & mask;
  while (buckets[bucket] !== 0) bucket = (bucket + 1) & mask;
  buckets[bucket] = slot + 1;
}

function grow(table: SlotTable): void {
  const keys = new Int32Array(table.keys.length * 2);
  keys.set(table.keys);
  table.keys = keys;
  table.buckets = new Int32Array(keys.length * 2);
  for (let slot = 0; slot < table.size; slot += 1) place(table, slot);
}
