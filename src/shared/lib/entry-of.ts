/** The entry of a table under a key that came from outside: what every object inherits (`constructor`) is none. */
export const entryOf = <T>(table: { readonly [key: string]: T }, key: string): T | undefined => (Object.hasOwn(table, key) ? table[key] : undefined);
