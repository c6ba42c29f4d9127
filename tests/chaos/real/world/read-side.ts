import path from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import type { Database } from '../../../../src/backend/db/database.ts';
import { openSqliteConnection } from '../../../../src/backend/db/sqlite-connection.ts';
import type { Tables } from '../../../../src/backend/db/tables.ts';
import { createLogReader, type LogReader } from '../../../../src/backend/log/log-reader.ts';
import { createAccounts, type Accounts } from '../../../../src/backend/modules/accounts/account-repository.ts';

/** What the backend's database holds, read beside it. */
export type ReadSide = { readonly reader: LogReader; readonly accounts: Accounts; readonly close: () => Promise<void> };

export const readSideOf = (database: Database): ReadSide => ({ reader: createLogReader(database), accounts: createAccounts(database.work), close: database.close });

const mayNot = (): never => {
  throw new Error('who only reads may not write');
};

/** Opens the embedded database of a running backend to read, as a backup does: without its lock. */
export function readBeside(folder: string): ReadSide {
  const builder = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openSqliteConnection(path.join(folder, 'baton.db'), 'read').forKysely }) });
  return readSideOf({ kind: 'sqlite', builder, work: { read: (query) => query(builder), write: mayNot }, exclusively: mayNot, close: () => builder.destroy() });
}
