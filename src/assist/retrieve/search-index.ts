import { claimSlot, createSlotTable, findSlot, type SlotTable } from '../numeric/slot-table.ts';
import { normalize } from '../tokens/normalize.ts';
import { visitTerms } from '../tokens/terms.ts';
import { addOccurrence, createPostings, maximumDocuments, type Postings } from './postings.ts';
import { addScope, type Scope, type ScopeColumns } from './scopes.ts';

export interface SearchDocument {
  id: string;
  text: string;
  scope?: Scope;
}

/** An inverted index in memory. Documents have numbers in the order of adding; a removed one leaves its number empty. */
export interface SearchIndex {
  terms: SlotTable;
  postings: Postings;
  /** Documents that hold a term, by term: postings minus removed documents. */
  documentCounts: Uint32Array;
  documents: (SearchDocument | undefined)[];
  numbers: Map<string, number>;
  /** Terms of each document, repeats counted. */
  lengths: Uint32Array;
  totalLength: number;
  scopes: ScopeColumns;
  /** Buffers that queries use in turn; see `openWorkspace`. */
  workspace: { scores: Float64Array; candidates: Uint32Array };
}

export function createSearchIndex(documents: Iterable<SearchDocument> = []): SearchIndex {
  const index: SearchIndex = {
    terms: createSlotTable(),
    postings: createPostings(),
    documentCounts: new Uint32Array(256),
    documents: [],
    numbers: new Map(),
    lengths: new Uint32Array(256),
    totalLength: 0,
    scopes: new Map(),
    workspace: { scores: new Float64Array(0), candidates: new Uint32Array(0) },
  };
  for (const document of documents) addDocument(index, document);
  return index;
}

/** Adds a document; one with the same id is replaced. Searchable at once. */
export function addDocument(index: SearchIndex, document: SearchDocument): void {
  removeDocument(index, document.id);
  const number = index.documents.length;
  if (number >= maximumDocuments) throw new RangeError(`an index holds at most ${maximumDocuments} documents`);
  index.documents.push(document);
  index.numbers.set(document.id, number);
  addScope(index.scopes, number, document.scope);
  const length = addTerms(index, document.text, number);
  if (number >= index.lengths.length) index.lengths = doubled(index.lengths);
  index.lengths[number] = length;
  index.totalLength += length;
}

/** Removes a document; returns whether it was there. Its postings stay, unseen, until enough are empty to build anew. */
export function removeDocument(index: SearchIndex, id: string): boolean {
  const number = index.numbers.get(id);
  if (number === undefined) return false;
  const document = index.documents[number] as SearchDocument;
  for (const term of distinctTerms(index, document.text)) index.documentCounts[term] = (index.documentCounts[term] as number) - 1;
  index.documents[number] = undefined;
  index.numbers.delete(id);
  index.totalLength -= index.lengths[number] as number;
  index.lengths[number] = 0;
  if (index.documents.length > 64 && index.numbers.size * 2 < index.documents.length) compact(index);
  return true;
}

/** The documents of an index in the order of adding. */
export function listDocuments(index: SearchIndex): SearchDocument[] {
  return index.documents.filter((document) => document !== undefined);
}

function addTerms(index: SearchIndex, text: string, number: number): number {
  let length = 0;
  visitTerms(normalize(text), (key) => {
    const term = claimSlot(index.terms, key);
    const before = index.postings.counts[term] ?? 0;
    addOccurrence(index.postings, term, number);
    if (term >= index.documentCounts.length) index.documentCounts = doubled(index.documentCounts);
    if (index.postings.counts[term] !== before) index.documentCounts[term] = (index.documentCounts[term] as number) + 1;
    length += 1;
  });
  return length;
}

function distinctTerms(index: SearchIndex, text: string): Set<number> {
  const terms = new Set<number>();
  visitTerms(normalize(text), (key) => terms.add(findSlot(index.terms, key)));
  return terms;
}

function compact(index: SearchIndex): void {
  Object.assign(index, createSearchIndex(listDocuments(index)));
}

function doubled(old: Uint32Array): Uint32Array {
  const wide = new Uint32Array(old.length * 2);
  wide.set(old);
  return wide;
}
