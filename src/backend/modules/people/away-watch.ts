import type { Id, Instant } from '../../../shared/contracts/basics.ts';
import { ok } from '../../../shared/lib/result.ts';
import type { Clock } from '../../clock.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';
import type { Append } from '../../log/append-request.ts';
import { SYSTEM_ACTOR } from '../../principal.ts';
import type { Shops } from '../shops/shop-repository.ts';

/** How long after the lease's end an absent agent keeps what they have. */
export const AWAY_MS = 5 * 60_000;

type Dependencies = { readonly work: UnitOfWork; readonly append: Append; readonly shops: Shops; readonly clock: Clock };

type Left = { readonly conversationId: Id; readonly shopId: Id; readonly queueId: Id | null; readonly agentId: Id; readonly leaseEnd: Instant };

/** Conversations whose customer waits for somebody who has been gone too long. */
function listLeft({ work, clock }: Dependencies): Promise<Left[]> {
  return work.read(async (db) => {
    const rows = await db
      .selectFrom('conversations')
      .innerJoin('presence', 'presence.agent_id', 'conversations.holder_id')
      .select(['conversations.id', 'shop_id', 'queue_id', 'agent_id', 'lease_until'])
      .where('status', '=', 'open')
      .where('holder_kind', '=', 'agent')
      .where('waiting_since', 'is not', null)
      .where('lease_until', '<=', clock() - AWAY_MS)
      .execute();
    return rows.map((row) => ({ conversationId: row.id, shopId: row.shop_id, queueId: row.queue_id, agentId: row.agent_id, leaseEnd: row.lease_until }));
  });
}

async function giveBack({ append, shops }: Dependencies, left: Left): Promise<void> {
  const queueId = left.queueId ?? (await shops.find(left.shopId))?.settings.defaultQueueId ?? null;
  if (queueId === null) return;
  const { conversationId, agentId, leaseEnd } = left;
  const answer = await append({
    conversationId,
    actor: SYSTEM_ACTOR,
    // One absence, one return: the lease's end tells absences apart.
    key: `away:${agentId}:${leaseEnd}:${conversationId}`,
    fingerprint: 'away',
    act: 'free',
    seenSeq: null,
    decide: ({ head }) => {
      if (head.holder.kind !== 'agent' || head.holder.agentId !== agentId || head.waitingSince === null) return ok({ events: [] });
      return ok({
        events: [
          { type: 'assignment.revoked', payload: { agentId, why: 'away' }, content: null },
          { type: 'queue.entered', payload: { queueId, why: 'owner-away' }, content: null },
        ],
      });
    },
  });
  if (!answer.ok) throw new Error(`a return to the queue was refused: ${answer.error.code}`);
}

/**
 * Returns waiting customers of absent agents to their queue; the wait counts from where it began, so they stand at its head.
 * A rule over what the database holds, looked at again and again: nothing is lost by a restart, and several nodes may look.
 */
export function createAwayWatch(deps: Dependencies): () => Promise<void> {
  return async () => {
    for (const left of await listLeft(deps)) await giveBack(deps, left);
  };
}
