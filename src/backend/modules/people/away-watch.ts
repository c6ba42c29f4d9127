import type { Id, Instant } from '../../../shared/contracts/basics.ts';
import type { ConversationHead } from '../../../shared/contracts/conversation-state.ts';
import { ok } from '../../../shared/lib/result.ts';
import type { Clock } from '../../clock.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';
import type { Append, NewEvent } from '../../log/append-request.ts';
import type { Logger } from '../../logger.ts';
import { SYSTEM_ACTOR } from '../../principal.ts';
import { expectAccepted, isEverybodys } from '../../reactions/expect-accepted.ts';
import { unansweredSince } from '../conversations/unanswered-since.ts';
import { findDefaultQueue } from '../shops/default-queue.ts';
import type { Shops } from '../shops/shop-repository.ts';
import { listHeldByAbsent, type HeldConversation } from './held-conversations.ts';

/** How long after the lease's end an absent agent keeps what they have. */
export const AWAY_MS = 5 * 60_000;
/** The pause between two looks, in milliseconds; connections renew their leases more often. */
export const AWAY_LOOK_MS = 30_000;

type Dependencies = { readonly work: UnitOfWork; readonly append: Append; readonly shops: Shops; readonly clock: Clock; readonly logger: Logger };

/** An absence from one conversation, and how often in a row it was looked at before. */
type Absence = { readonly since: Instant; readonly looks: number };

/** Whoever was given something while they were away is absent from it since then: they may be on their way to it. Null for what nobody has. */
const absentSince = ({ head, leaseUntil }: HeldConversation): Instant | null => (head.holder.kind === 'agent' ? Math.max(head.holder.since, leaseUntil ?? 0) : null);

const next = (since: Instant, last: Absence | undefined): Absence => ({ since, looks: last?.since === since ? last.looks + 1 : 0 });

/**
 * Long by the clock, and still the same at the next look: when the clock leaps ahead, all leases have ended long ago until they are
 * renewed. When it is put back, an absence may begin in the future: then its looks count.
 */
const isLong = ({ since, looks }: Absence, now: Instant): boolean => (looks > 0 && since <= now - AWAY_MS) || looks * AWAY_LOOK_MS >= AWAY_MS;

/** Whether it is still with the same holder by the same assignment, or still with nobody. */
function isUnmoved({ holder }: ConversationHead, before: ConversationHead): boolean {
  if (holder.kind === 'agent') return before.holder.kind === 'agent' && holder.agentId === before.holder.agentId && holder.since === before.holder.since;
  return holder.kind === 'none' && before.holder.kind === 'none';
}

function returning({ holder }: ConversationHead, queueId: Id): NewEvent[] {
  if (holder.kind !== 'agent') return [{ type: 'queue.entered', payload: { queueId, why: 'reopened' }, content: null }];
  return [
    { type: 'assignment.revoked', payload: { agentId: holder.agentId, why: 'away' }, content: null },
    { type: 'queue.entered', payload: { queueId, why: 'owner-away' }, content: null },
  ];
}

async function giveBack({ append, shops }: Dependencies, left: HeldConversation): Promise<void> {
  const { conversationId, shopId } = left;
  const queueId = left.queueId ?? (await findDefaultQueue(shops, shopId));
  if (queueId === null) return;
  const answer = await append({
    conversationId,
    actor: SYSTEM_ACTOR,
    // One state, one return: whoever looks at it again, here or on another node, changes nothing, and the next absence is another state.
    key: `away:${conversationId}:${left.head.seq}`,
    fingerprint: 'away',
    act: 'free',
    seenSeq: null,
    decide: ({ head }) => {
      const isStill = head.episode.status === 'open' && isUnmoved(head, left.head) && unansweredSince(head) !== null;
      return ok({ events: isStill ? returning(head, queueId) : [] });
    },
  });
  expectAccepted(answer, 'a return to the queue was');
}

/** What is wrong with one conversation alone is logged: it keeps nobody else's from coming back. */
async function tryToGiveBack(deps: Dependencies, left: HeldConversation): Promise<void> {
  try {
    await giveBack(deps, left);
  } catch (error) {
    if (isEverybodys(error)) throw error;
    deps.logger.error({ err: error, conversationId: left.conversationId }, 'a conversation could not be returned to its queue and is looked at again');
  }
}

/**
 * Returns waiting customers of absent agents, and those whom nobody has, to their queue; the wait counts from where it began, so they
 * stand at its head. A rule over what the database holds, to be looked at every `AWAY_LOOK_MS`: nothing is lost by a restart, and several
 * nodes may look.
 */
export function createAwayWatch(deps: Dependencies): () => Promise<void> {
  let absences: ReadonlyMap<Id, Absence> = new Map();
  return async () => {
    const now = deps.clock();
    const waiting = (await listHeldByAbsent(deps.work, now)).filter(({ head }) => unansweredSince(head) !== null);
    const before = absences;
    absences = new Map(
      waiting.flatMap((held) => {
        const since = absentSince(held);
        return since === null ? [] : [[held.conversationId, next(since, before.get(held.conversationId))] as const];
      }),
    );
    const isLeft = ({ conversationId }: HeldConversation): boolean => {
      const absence = absences.get(conversationId);
      return !absence || isLong(absence, now);
    };
    for (const left of waiting.filter(isLeft)) await tryToGiveBack(deps, left);
  };
}
