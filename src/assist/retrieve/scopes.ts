/** What a document is about beyond its words, or where a query looks: shop, product, order state ... */
export type Scope = Readonly<Record<string, string | readonly string[]>>;

/** One column per scope key: for each document the numbers of its values; a document without the key is general. */
export type ScopeColumns = Map<string, Map<number, ReadonlySet<string>>>;

/** Notes the scope of a new document. */
export function addScope(columns: ScopeColumns, document: number, scope: Scope | undefined): void {
  for (const [key, value] of Object.entries(scope ?? {})) {
    const column = columns.get(key) ?? new Map<number, ReadonlySet<string>>();
    columns.set(key, column);
    column.set(document, valuesOf(value));
  }
}

/**
 * Whether a document may be found within a scope: for every key of the query's scope it has one of the
 * wanted values, or does not have that key (a general article holds for every product).
 */
export function createScopeFilter(columns: ScopeColumns, scope: Scope | undefined): ((document: number) => boolean) | undefined {
  const tests = Object.entries(scope ?? {}).flatMap(([key, value]) => {
    const column = columns.get(key);
    return column ? [{ column, wanted: [...valuesOf(value)] }] : [];
  });
  if (tests.length === 0) return undefined;
  return (document) => tests.every(({ column, wanted }) => {
    const values = column.get(document);
    return values === undefined || wanted.some((value) => values.has(value));
  });
}

function valuesOf(value: string | readonly string[]): ReadonlySet<string> {
  return new Set(typeof value === 'string' ? [value] : value);
}
