import type { ExpressionBuilder } from 'kysely';
import type { Id, Language } from '../../../shared/contracts/basics.ts';
import type { ConversationHead } from '../../../shared/contracts/conversation-state.ts';
import type { Tables } from '../../db/tables.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';
import { unansweredSince } from '../conversations/unanswered-since.ts';

export type Waiting = { readonly conversationId: Id; readonly queueId: Id; readonly waitingSince: number; readonly isOverdue: boolean; readonly language: Language; readonly lastOwnerId: Id | null };

/** Where a page of a shop's queues ended. */
export type WaitingPlace = { readonly since: number; readonly conversationId: Id };
export type WaitingPage = { readonly waiting: readonly Waiting[]; /** Null when nobody stands behind. */ readonly next: WaitingPlace | null };

/** The most conversations that are read at once. */
const PAGE = 200;
/** Behind every time there is. */
const LAST = Number.MAX_SAFE_INTEGER;

/** Shops that have somebody in a queue. */
export async function listWaitingShops(work: UnitOfWork): Promise<Id[]> {
  const rows = await work.read((db) => db.selectFrom('conversations').select('shop_id').distinct().where('holder_kind', '=', 'queue').where('status', '=', 'open').orderBy('shop_id').execute());
  return rows.map((row) => row.shop_id);
}

/** Whoever waits for no answer stands behind all who do. Said here, since one database would have them first and the other last. */
const sinceOf = (eb: ExpressionBuilder<Tables, 'conversations'>) => eb.fn.coalesce('waiting_since', eb.lit(LAST));

function readPage(work: UnitOfWork, shopId: Id, after: WaitingPlace | null) {
  return work.read((db) =>
    db
      .selectFrom('conversations')
      .select(['id', 'waiting_since', 'head_json'])
      .where('shop_id', '=', shopId)
      .where('holder_kind', '=', 'queue')
      .where('status', '=', 'open')
      .$if(after !== null, (query) =>
        query.where((eb) => eb.or([eb(sinceOf(eb), '>', after?.since ?? 0), eb.and([eb(sinceOf(eb), '=', after?.since ?? 0), eb('id', '>', after?.conversationId ?? '')])])),
      )
      .orderBy(sinceOf)
      .orderBy('id')
      .limit(PAGE)
      .execute(),
  );
}

/** What waits in any queue of a shop, longest first, behind a place or from the beginning: a page of it. */
export async function listWaiting(work: UnitOfWork, shopId: Id, after: WaitingPlace | null): Promise<WaitingPage> {
  const rows = await readPage(work, shopId, after);
  const waiting = rows.flatMap((row) => {
    const head = JSON.parse(row.head_json) as ConversationHead;
    if (head.holder.kind !== 'queue') return [];
    return [{ conversationId: row.id, queueId: head.holder.queueId, waitingSince: unansweredSince(head) ?? head.holder.since, isOverdue: head.sla?.breached ?? false, language: head.language, lastOwnerId: head.lastOwnerId }];
  });
  const last = rows.length < PAGE ? undefined : rows.at(-1);
  return { waiting, next: last ? { since: last.waiting_since ?? LAST, conversationId: last.id } : null };
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
