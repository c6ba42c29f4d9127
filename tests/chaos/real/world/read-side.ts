import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../../src/backend/db/database.ts';
import { openSqliteConnection } from '../../../../src/backend/db/sqlite-connection.ts';
import type { Tables } from '../../../../src/backend/db/tables.ts';
import { createLogReader, type LogReader } from '../../../../src/backend/log/log-reader.ts';
import { createAccounts, type Accounts } from '../../../../src/backend/modules/accounts/account-repository.ts';
import { createBlobFolder } from '../../../../src/backend/modules/blobs/blob-folder.ts';
import { createBlobRepository } from '../../../../src/backend/modules/blobs/blob-repository.ts';
import { createBlobs, type Blobs } from '../../../../src/backend/modules/blobs/blob-store.ts';
import type { FinalOrder } from '../../history/history.ts';
import { ORDER_NUMBER } from '../../simulation/demo-customer.ts';

/** What the backend's database and folders hold, read beside it. */
export type ReadSide = {
  readonly reader: LogReader;
  readonly accounts: Accounts;
  readonly blobs: Blobs;
  /** The orders that people act on, as the shop had them in the beginning and has them now. */
  readonly orders: () => readonly FinalOrder[];
  readonly close: () => Promise<void>;
};

const mayNot = (): never => {
  throw new Error('who only reads may not write');
};

/** The whole of a service's database, and the folder of its files. */
export function readSideOf(database: Database, files: string, orders: ReadSide['orders']): ReadSide {
  const blobs = createBlobs({ folder: createBlobFolder(files, mayNot), secret: Buffer.alloc(32), repository: createBlobRepository(database.work), clock: Date.now });
  return { reader: createLogReader(database), accounts: createAccounts(database.work), blobs, orders, close: database.close };
}

const orderSchema = z.object({ version: z.string() });

/** The order's version in the demo shop of a data folder; null when the shop is in the middle of something. */
function orderVersionIn(folder: string): string | null {
  try {
    const db = new DatabaseSync(path.join(folder, 'demo-shop.db'), { readOnly: true });
    const row = db.prepare('select body from orders where number = ?').get(ORDER_NUMBER);
    db.close();
    return orderSchema.parse(JSON.parse(String(row?.['body']))).version;
  } catch {
    return null;
  }
}

/** Opens the embedded database of a running backend to read, as a backup does: without its lock. `template` is what its folder began as. */
export function readBeside(folder: string, template: string): ReadSide {
  const builder = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openSqliteConnection(path.join(folder, 'baton.db'), 'read').forKysely }) });
  const orders = (): FinalOrder[] => [{ number: ORDER_NUMBER, before: orderVersionIn(template), after: orderVersionIn(folder) }];
  return readSideOf({ kind: 'sqlite', builder, work: { read: (query) => query(builder), write: mayNot }, exclusively: mayNot, close: () => builder.destroy() }, path.join(folder, 'blobs'), orders);
}
