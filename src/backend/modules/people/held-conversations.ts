import type { Id, Instant } from '../../../shared/contracts/basics.ts';
import type { ConversationHead } from '../../../shared/contracts/conversation-state.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';

/** An open conversation of somebody whose connection ended before some instant, or of nobody at all. */
export type HeldConversation = {
  readonly conversationId: Id;
  readonly shopId: Id;
  readonly queueId: Id | null;
  readonly head: ConversationHead;
  /** When the holder's lease ended; null for who never connected, and for nobody. */
  readonly leaseUntil: Instant | null;
};

/** What those hold who were not there since `before`, or never were; and what nobody holds, which no queue and no bot looks after. */
export async function listHeldByAbsent(work: UnitOfWork, before: Instant): Promise<HeldConversation[]> {
  const rows = await work.read((db) =>
    db
      .selectFrom('conversations')
      .leftJoin('presence', 'presence.agent_id', 'conversations.holder_id')
      .select(['conversations.id', 'shop_id', 'queue_id', 'head_json', 'lease_until'])
      .where('status', '=', 'open')
      .where('holder_kind', 'in', ['agent', 'none'])
      .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', before)]))
      .execute(),
  );
  return rows.map((row) => ({ conversationId: row.id, shopId: row.shop_id, queueId: row.queue_id, head: JSON.parse(row.head_json) as ConversationHead, leaseUntil: row.lease_until }));
}
