import type { Id, Instant } from '../../../shared/contracts/basics.ts';
import type { Presence, Queue, Staff } from '../../../shared/contracts/people.ts';
import { dispatch, DISPATCH_RULE, type Assignment, type AvailableAgent } from '../../../shared/domain/dispatch.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';
import type { Append } from '../../log/append-request.ts';
import { expectAccepted } from '../../reactions/expect-accepted.ts';
import { listAgentWork, listWaiting, type AgentWork, type Waiting } from './queue-repository.ts';

const DISPATCH_ACTOR = { kind: 'system', id: 'dispatch' } as const;

export type DispatcherDependencies = {
  readonly work: UnitOfWork;
  readonly append: Append;
  readonly clock: () => Instant;
  readonly newId: () => Id;
  readonly listStaff: (shopId: Id) => Promise<readonly Staff[]>;
  readonly listPresence: () => Promise<readonly Presence[]>;
  readonly listQueues: (shopId: Id) => Promise<readonly Queue[]>;
};

function available(staff: readonly Staff[], presence: readonly Presence[], work: ReadonlyMap<Id, AgentWork>): AvailableAgent[] {
  const accepting = new Set(presence.filter((fact) => fact.connected && fact.state === 'accepting').map((fact) => fact.agentId));
  return staff
    .filter((person) => person.role === 'agent' && accepting.has(person.id))
    .map((person) => ({ agentId: person.id, skills: person.skills, languages: person.languages, capacity: person.capacity, load: work.get(person.id)?.load ?? 0, lastAssignedAt: work.get(person.id)?.lastAssignedAt ?? 0 }));
}

/** One conversation to one agent, if it still waits in the same queue; somebody may have taken it meanwhile. */
async function assign(deps: DispatcherDependencies, assignment: Assignment, waiting: Waiting): Promise<void> {
  const { conversationId, agentId, reasons } = assignment;
  const answer = await deps.append({
    conversationId,
    actor: DISPATCH_ACTOR,
    key: deps.newId(),
    fingerprint: `assign:${agentId}`,
    act: 'free',
    seenSeq: null,
    decide: ({ head }) => {
      if (head.holder.kind !== 'queue' || head.holder.queueId !== waiting.queueId) return err({ code: 'STALE' });
      return ok({
        events: [
          { type: 'queue.left', payload: { queueId: waiting.queueId, why: 'assigned' }, content: null },
          { type: 'assignment.accepted', payload: { agentId, how: 'dispatched', reasons, ruleVersion: DISPATCH_RULE }, content: null },
        ],
      });
    },
  });
  expectAccepted(answer, 'an assignment was');
}

async function dispatchShop(deps: DispatcherDependencies, shopId: Id, waiting: readonly Waiting[]): Promise<void> {
  const [staff, presence, queues, work] = await Promise.all([deps.listStaff(shopId), deps.listPresence(), deps.listQueues(shopId), listAgentWork(deps.work)]);
  const skillsOf = new Map(queues.map((queue) => [queue.id, queue.skills]));
  const round = waiting.map((one) => ({ ...one, skills: skillsOf.get(one.queueId) ?? [] }));
  for (const assignment of dispatch(round, available(staff, presence, work), deps.clock())) {
    const conversation = waiting.find((one) => one.conversationId === assignment.conversationId);
    if (conversation) await assign(deps, assignment, conversation);
  }
}

/** One round: everything that waits, against everybody who accepts. Safe to run at any time; what is taken meanwhile is left. */
export async function dispatchRound(deps: DispatcherDependencies): Promise<void> {
  const waiting = await listWaiting(deps.work);
  for (const [shopId, ofShop] of Map.groupBy(waiting, (one) => one.shopId)) await dispatchShop(deps, shopId, ofShop);
}

/**
 * Runs rounds one at a time: a wish that comes during a round makes one more round after it, however many wish. The promise
 * settles when a round that began after the wish has ended.
 */
export function createDispatcher(deps: DispatcherDependencies): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const start = (): Promise<void> => {
    next = null;
    running = dispatchRound(deps).finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (!running) return start();
    next ??= running.then(start, start);
    return next;
  };
}
