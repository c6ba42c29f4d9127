import type { Id } from '../../shared/contracts/basics.ts';
import type { InboxRow } from '../../shared/contracts/inbox.ts';
import type { LogReader } from '../log/log-reader.ts';

/** Rows that are read in one go: some milliseconds, in which nobody else is served. */
const A_GO = 100;

/** Begins work when its turn comes. */
export type TakeTurn = <T>(work: () => Promise<T>) => Promise<T>;

type Reader = Pick<LogReader, 'idsAfter' | 'rows'>;
type Listing = { readonly shopIds: readonly Id[]; /** Null for all that are open. */ readonly position: number | null };

/**
 * Rows of these shops that changed after a position, or all open ones, piece by piece. Each is as it is when its piece is read: what
 * changes from the first piece to the last has a position behind the head that was read before.
 */
export async function readList(reader: Reader, { shopIds, position }: Listing, takeTurn: TakeTurn = (work) => work()): Promise<InboxRow[]> {
  const ids = await takeTurn(() => reader.idsAfter(shopIds, position));
  const rows: InboxRow[] = [];
  for (let start = 0; start < ids.length; start += A_GO) rows.push(...(await takeTurn(() => reader.rows(ids.slice(start, start + A_GO)))));
  // It may have been resolved since it was found.
  return position === null ? rows.filter(({ status }) => status === 'open') : rows;
}
