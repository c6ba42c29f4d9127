import { sql } from 'kysely';
import type { Id } from '../../shared/contracts/basics.ts';
import { LIMITS } from '../../shared/lib/limits.ts';
import type { Reading } from '../db/unit-of-work.ts';

/** Events of one conversation, numbered without holes, from one end. */
type Stretch = { readonly conversationId: Id; readonly by: 'seq' | 'public_seq'; readonly above: number; readonly upTo: number; readonly first: 'oldest' | 'newest' };

const ORDER = { oldest: sql`asc`, newest: sql`desc` };

/**
 * How many events from the stretch's first end fit into an answer, by the bytes of their facts and words as they are stored; at least
 * one. Databases know these lengths without reading the words.
 */
export async function countFitting(db: Reading, { conversationId, by, above, upTo, first }: Stretch): Promise<number> {
  const bytes = sql<number>`sum(octet_length(events.payload_json) + coalesce(octet_length(content.body_json), 0)) over (order by ${sql.ref(`events.${by}`)} ${ORDER[first]})`;
  const sizes = db
    .selectFrom('events')
    .leftJoin('content', 'content.content_id', 'events.content_id')
    .select(bytes.as('bytes'))
    .where('events.conversation_id', '=', conversationId)
    .where(`events.${by}`, '>', above)
    .where(`events.${by}`, '<=', upTo)
    .as('sizes');
  const row = await db.selectFrom(sizes).select((eb) => eb.fn.countAll<number>().as('count')).where('bytes', '<=', LIMITS.answerBytes).executeTakeFirst();
  return Math.max(1, row?.count ?? 0);
}
