import type { Id } from '../../../shared/contracts/basics.ts';
import type { MessageContent } from '../../../shared/contracts/message.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';

export type PostedMessage = { readonly seq: number; readonly actorId: Id; /** null once erased. */ readonly content: MessageContent | null };

/** A posted message by its id, in this conversation only. */
export type FindMessage = (conversationId: Id, messageId: Id) => Promise<PostedMessage | null>;

export function createFindMessage(work: UnitOfWork): FindMessage {
  return async (conversationId, messageId) => {
    const row = await work.read((db) =>
      db
        .selectFrom('events')
        .leftJoin('content', 'content.content_id', 'events.content_id')
        .select(['events.seq', 'events.actor_id', 'content.body_json'])
        .where('events.id', '=', messageId)
        .where('events.conversation_id', '=', conversationId)
        .where('events.type', '=', 'message.posted')
        .executeTakeFirst(),
    );
    return row ? { seq: row.seq, actorId: row.actor_id, content: row.body_json === null ? null : (JSON.parse(row.body_json) as MessageContent) } : null;
  };
}

/** Both numbers of the newest public event up to one of them; null when there is none. */
export type FindPublicPlace = (conversationId: Id, upTo: { readonly seq: number } | { readonly publicSeq: number }) => Promise<{ readonly seq: number; readonly publicSeq: number } | null>;

export function createFindPublicPlace(work: UnitOfWork): FindPublicPlace {
  return async (conversationId, upTo) => {
    const row = await work.read((db) => {
      const query = db.selectFrom('events').select(['seq', 'public_seq']).where('conversation_id', '=', conversationId).where('public_seq', 'is not', null);
      const bounded = 'seq' in upTo ? query.where('seq', '<=', upTo.seq) : query.where('public_seq', '<=', upTo.publicSeq);
      return bounded.orderBy('seq', 'desc').limit(1).executeTakeFirst();
    });
    return row?.public_seq == null ? null : { seq: row.seq, publicSeq: row.public_seq };
  };
}
