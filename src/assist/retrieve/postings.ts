/**
 * Posting lists of all terms in one pool of 32-bit words. A list is a chain of blocks that double in size;
 * a word holds document x 256 + count (at most 255), and the last word of a block links to the next block.
 * Appending never moves what is there, so an index grows while it is searched.
 */
export interface Postings {
  pool: Uint32Array;
  used: number;
  /** By term: first block, where the next entry goes, the end of the current block's entries, entries. */
  heads: Uint32Array;
  tails: Uint32Array;
  ends: Uint32Array;
  counts: Uint32Array;
}

const largestBlock = 128;
export const maximumDocuments = 1 << 24;

export function createPostings(): Postings {
  const make = (length: number) => new Uint32Array(length);
  return { pool: make(1024), used: 1, heads: make(256), tails: make(256), ends: make(256), counts: make(256) };
}

/** Counts one occurrence of a term in a document. Documents come in ascending order. */
export function addOccurrence(postings: Postings, term: number, document: number): void {
  if (term >= postings.heads.length) widen(postings);
  const count = postings.counts[term] as number;
  if (count > 0 && bump(postings, term, document)) return;
  const at = claimEntry(postings, term, count);
  postings.pool[at] = document * 256 + 1;
  postings.tails[term] = at + 1;
  postings.counts[term] = count + 1;
}

/** Raises the count of the newest entry when it is of this document. */
function bump(postings: Postings, term: number, document: number): boolean {
  const at = (postings.tails[term] as number) - 1;
  const entry = postings.pool[at] as number;
  if (entry >>> 8 !== document) return false;
  if ((entry & 255) < 255) postings.pool[at] = entry + 1;
  return true;
}

function claimEntry(postings: Postings, term: number, count: number): number {
  const tail = postings.tails[term] as number;
  if (count > 0 && tail < (postings.ends[term] as number)) return tail;
  const block = claimBlock(postings, blockSize(count));
  if (count === 0) postings.heads[term] = block;
  else postings.pool[postings.ends[term] as number] = block;
  postings.ends[term] = block + blockSize(count);
  return block;
}

/** Entries of the block that starts after `before` entries: 1, 1, 2, 4, ... */
function blockSize(before: number): number {
  return Math.min(Math.max(before, 1), largestBlock);
}

function claimBlock(postings: Postings, size: number): number {
  const start = postings.used;
  postings.used += size + 1;
  if (postings.used > postings.pool.length) {
    const pool = new Uint32Array(Math.ceil(postings.used * 1.5));
    pool.set(postings.pool);
    postings.pool = pool;
  }
  return start;
}

/** A stretch of entries of one list: pool[at] .. pool[stop - 1], each document x 256 + count, ascending. */
export interface Block {
  pool: Uint32Array;
  at: number;
  stop: number;
}

/** Visits a term's entries block by block; ends early when `visit` returns false. */
export function visitBlocks(postings: Postings, term: number, visit: (block: Block) => boolean): void {
  const { pool } = postings;
  const total = postings.counts[term] as number;
  let at = postings.heads[term] as number;
  for (let seen = 0; seen < total; ) {
    const size = blockSize(seen);
    if (!visit({ pool, at, stop: at + Math.min(size, total - seen) })) return;
    seen += size;
    at = pool[at + size] as number;
  }
}

/** The counts of a term in the given documents (ascending), 0 where it is not; whole blocks without any of them are skipped. */
export function countsIn(postings: Postings, term: number, documents: Uint32Array): Uint8Array {
  const counts = new Uint8Array(documents.length);
  let wanted = 0;
  visitBlocks(postings, term, (block) => {
    wanted = countInBlock(block, documents, { counts, wanted });
    return wanted < documents.length;
  });
  return counts;
}

/** Merges one block with the documents from `wanted` on; returns the first document beyond the block. */
function countInBlock(block: Block, documents: Uint32Array, into: { counts: Uint8Array; wanted: number }): number {
  const { pool, stop } = block;
  const last = (pool[stop - 1] as number) >>> 8;
  let { at } = block;
  let { wanted } = into;
  for (; wanted < documents.length && (documents[wanted] as number) <= last; wanted += 1) {
    const document = documents[wanted] as number;
    while ((pool[at] as number) >>> 8 < document) at += 1;
    const entry = pool[at] as number;
    if (entry >>> 8 === document) into.counts[wanted] = entry & 255;
  }
  return wanted;
}

function widen(postings: Postings): void {
  const grown = (old: Uint32Array) => {
    const wide = new Uint32Array(old.length * 2);
    wide.set(old);
    return wide;
  };
  postings.heads = grown(postings.heads);
  postings.tails = grown(postings.tails);
  postings.ends = grown(postings.ends);
  postings.counts = grown(postings.counts);
}
