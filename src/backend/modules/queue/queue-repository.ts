import type { Id, Language } from '../../../shared/contracts/basics.ts';
import type { ConversationHead } from '../../../shared/contracts/conversation-state.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';

export type Waiting = { readonly conversationId: Id; readonly shopId: Id; readonly queueId: Id; readonly waitingSince: number; readonly isOverdue: boolean; readonly language: Language; readonly lastOwnerId: Id | null };

/** The most conversations one round of dispatch looks at. */
const ROUND = 200;

/** What waits in any queue, longest first. */
export async function listWaiting(work: UnitOfWork): Promise<Waiting[]> {
  const rows = await work.read((db) =>
    db
      .selectFrom('conversations')
      .select(['id', 'shop_id', 'queue_id', 'holder_id', 'waiting_since', 'last_at', 'head_json'])
      .where('holder_kind', '=', 'queue')
      .where('status', '=', 'open')
      .orderBy('waiting_since')
      .limit(ROUND)
      .execute(),
  );
  return rows.flatMap((row) => {
    const head = JSON.parse(row.head_json) as ConversationHead;
    if (head.holder.kind !== 'queue') return [];
    return [{ conversationId: row.id, shopId: row.shop_id, queueId: head.holder.queueId, waitingSince: head.waitingSince ?? head.holder.since, isOverdue: head.sla?.breached ?? false, language: head.language, lastOwnerId: head.lastOwnerId }];
  });
}

export type AgentWork = { readonly load: number; readonly lastAssignedAt: number };

/** How many open conversations each agent holds, and when they last got one. */
export async function listAgentWork(work: UnitOfWork): Promise<Map<Id, AgentWork>> {
  const rows = await work.read((db) =>
    db
      .selectFrom('conversations')
      .select(['holder_id', 'head_json', 'snoozed_until'])
      .where('holder_kind', '=', 'agent')
      .where('status', '=', 'open')
      .execute(),
  );
  const byAgent = new Map<Id, AgentWork>();
  for (const row of rows) {
    const head = JSON.parse(row.head_json) as ConversationHead;
    if (row.holder_id === null || head.holder.kind !== 'agent') continue;
    const before = byAgent.get(row.holder_id) ?? { load: 0, lastAssignedAt: 0 };
    byAgent.set(row.holder_id, { load: before.load + (row.snoozed_until === null ? 1 : 0), lastAssignedAt: Math.max(before.lastAssignedAt, head.holder.since) });
  }
  return byAgent;
}
