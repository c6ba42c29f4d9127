import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** How many acts lie in the outbox of a desk, read from its disk beside it: an act leaves once it is in the log. */
export function countUnsent(userDataDir: string): number {
  const [file, ...others] = globSync(join(userDataDir, 'profiles/*/work.sqlite'));
  if (file === undefined || others.length > 0) throw new Error('Not one account has signed in here');
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare('SELECT count(*) AS count FROM outbox').get();
  database.close();
  return Number(row?.['count']);
}
