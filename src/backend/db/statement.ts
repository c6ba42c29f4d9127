import { type Compilable, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** What a statement may be given. */
export type SqlValue = string | number | null;

/** A query built once by Kysely and run many times: `slots` names the value of each placeholder, in order. */
export type Statement<P extends string, R> = {
  readonly sql: string;
  readonly slots: readonly P[];
  /** Carries the type of a row; never read. */
  readonly row?: R;
};

class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Stands in a query where a value named `name` will be; `never` fits every column. */
export type SlotMaker<P extends string> = (name: P) => RawBuilder<never>;

function nameOf(parameter: unknown): string {
  if (!(parameter instanceof Slot)) throw new Error('a prepared statement takes its values through slots only');
  return parameter.name;
}

/** Compiles a query whose values are all slots, named beforehand. */
export function prepareStatement<const P extends string, R>(
  builder: Kysely<Tables>,
  _slots: readonly P[],
  build: (db: Kysely<Tables>, slot: SlotMaker<P>) => Compilable<R>,
): Statement<P, R> {
  const compiled = build(builder, (name) => sql`${new Slot(name)}`).compile();
  return { sql: compiled.sql, slots: compiled.parameters.map((parameter) => nameOf(parameter) as P) };
}

/** A statement with its values, waiting to be run. */
export type Step = { readonly sql: string; readonly values: readonly SqlValue[] };

/**
 * Database work as a plan: it yields steps and is handed their rows. One plan runs synchronously on SQLite and asynchronously
 * on PostgreSQL, so the log's laws are written once.
 */
export type Plan<T> = Generator<Step, T, readonly unknown[]>;

/** Runs one statement inside a plan. */
export function* run<P extends string, R>(statement: Statement<P, R>, values: { readonly [K in P]: SqlValue }): Plan<readonly R[]> {
  const rows = yield { sql: statement.sql, values: statement.slots.map((slot) => values[slot]) };
  // The rows are of the statement that was just yielded, whose type says what they hold.
  return rows as readonly R[];
}
