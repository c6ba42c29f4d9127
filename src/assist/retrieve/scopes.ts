/** What a document is about beyond its words, or where a query looks: shop, product, order state ... */
export type Scope = Readonly<Record<string, string | readonly string[]>>;

/** All that is known of one scope key: documents (ascending) by value, and the general ones that do not have the key. */
interface ScopeColumn {
  general: number[];
  byValue: Map<string, number[]>;
}

/** One column per scope key. */
export type ScopeColumns = Map<string, ScopeColumn>;

/** Notes the scope of a new document; documents come in ascending order. */
export function addScope(columns: ScopeColumns, document: number, scope: Scope = {}): void {
  for (const key of Object.keys(scope)) {
    if (!columns.has(key)) columns.set(key, { general: Array.from({ length: document }, (_, before) => before), byValue: new Map() });
  }
  for (const [key, column] of columns) {
    const value = scope[key];
    if (value === undefined) column.general.push(document);
    else for (const single of valuesOf(value)) append(column.byValue, single, document);
  }
}

/**
 * The documents that may be found within a scope, ascending: for every key of the scope a document has one of the
 * wanted values, or does not have that key (a general article holds for every product). Undefined = all of them.
 */
export function listScope(columns: ScopeColumns, scope: Scope = {}): Uint32Array | undefined {
  let inside: Uint32Array | undefined;
  for (const [key, value] of Object.entries(scope)) {
    const column = columns.get(key);
    if (!column) continue;
    const wanted = union([column.general, ...[...valuesOf(value)].map((single) => column.byValue.get(single) ?? [])]);
    inside = inside ? intersection(inside, wanted) : wanted;
  }
  return inside;
}

function union(lists: readonly (readonly number[])[]): Uint32Array {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length === 1) return new Uint32Array(filled[0] as number[]);
  return Uint32Array.from(new Set(filled.flat())).toSorted();
}

function intersection(left: Uint32Array, right: Uint32Array): Uint32Array {
  const inRight = new Set(right);
  return left.filter((document) => inRight.has(document));
}

function append(lists: Map<string, number[]>, key: string, document: number): void {
  const list = lists.get(key);
  if (list) list.push(document);
  else lists.set(key, [document]);
}

function valuesOf(value: string | readonly string[]): ReadonlySet<string> {
  return new Set(typeof value === 'string' ? [value] : value);
}
