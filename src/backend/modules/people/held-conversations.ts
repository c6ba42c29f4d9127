import type { Id, Instant } from '../../../shared/contracts/basics.ts';
import type { ConversationHead } from '../../../shared/contracts/conversation-state.ts';
import { isOver } from '../../db/lease.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';
import { PRESENCE_LEASE_MS } from './presence.ts';

/** An open conversation of somebody who is not connected, or of nobody at all. */
export type HeldConversation = {
  readonly conversationId: Id;
  readonly shopId: Id;
  readonly queueId: Id | null;
  readonly head: ConversationHead;
  /** When the holder's lease ended; null for who never connected, and for nobody. */
  readonly leaseUntil: Instant | null;
};

/** What those hold who are not there, or never were; and what nobody holds, which no queue and no bot looks after. */
export async function listHeldByAbsent(work: UnitOfWork, now: Instant): Promise<HeldConversation[]> {
  const rows = await work.read((db) =>
    db
      .selectFrom('conversations')
      .leftJoin('presence', 'presence.agent_id', 'conversations.holder_id')
      .select(['conversations.id', 'shop_id', 'queue_id', 'head_json', 'lease_until'])
      .where('status', '=', 'open')
      .where('holder_kind', 'in', ['agent', 'none'])
      .where((eb) => eb.or([eb('lease_until', 'is', null), isOver(PRESENCE_LEASE_MS, now)]))
      .execute(),
  );
  return rows.map((row) => ({ conversationId: row.id, shopId: row.shop_id, queueId: row.queue_id, head: JSON.parse(row.head_json) as ConversationHead, leaseUntil: row.lease_until }));
}
