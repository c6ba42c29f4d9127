import type { Id, Instant } from '../../../shared/contracts/basics.ts';
import type { Presence, Queue, Staff } from '../../../shared/contracts/people.ts';
import { dispatch, type AvailableAgent, type WaitingConversation } from '../../../shared/domain/dispatch.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';
import { assign, type AssignDependencies } from './assign.ts';
import { listAgentWork, listWaiting, listWaitingShops, type AgentWork, type Waiting, type WaitingPage } from './queue-repository.ts';

export type DispatcherDependencies = AssignDependencies & {
  readonly work: UnitOfWork;
  readonly clock: () => Instant;
  readonly listStaff: (shopId: Id) => Promise<readonly Staff[]>;
  readonly listPresence: () => Promise<readonly Presence[]>;
  readonly listQueues: (shopId: Id) => Promise<readonly Queue[]>;
};

/** A round looks no further into a shop than this: it has to end, and who is free fits somebody long before. */
const MOST_PAGES = 25;

function available(staff: readonly Staff[], presence: readonly Presence[], work: ReadonlyMap<Id, AgentWork>): AvailableAgent[] {
  const accepting = new Set(presence.filter((fact) => fact.connected && fact.state === 'accepting').map((fact) => fact.agentId));
  return staff
    .filter((person) => person.role === 'agent' && accepting.has(person.id))
    .map((person) => ({ agentId: person.id, skills: person.skills, languages: person.languages, capacity: person.capacity, load: work.get(person.id)?.load ?? 0, lastAssignedAt: work.get(person.id)?.lastAssignedAt ?? 0 }));
}

const withRoom = (agents: readonly AvailableAgent[]): AvailableAgent[] => agents.filter((agent) => agent.load < agent.capacity);

/** A shop's part in a round: who may still get something, and what its queues ask for. */
type ShopRound = { readonly agents: readonly AvailableAgent[]; readonly skillsOf: ReadonlyMap<Id, readonly string[]> };

async function beginShop(deps: DispatcherDependencies, shopId: Id): Promise<ShopRound> {
  const [staff, presence, queues, work] = await Promise.all([deps.listStaff(shopId), deps.listPresence(), deps.listQueues(shopId), listAgentWork(deps.work)]);
  return { agents: withRoom(available(staff, presence, work)), skillsOf: new Map(queues.map((queue) => [queue.id, queue.skills])) };
}

type Candidate = Waiting & WaitingConversation;

/** Gives once what fits, and says who has room then, and how many conversations could not be given though they fit. */
async function give(deps: DispatcherDependencies, candidates: Map<Id, Candidate>, agents: readonly AvailableAgent[]): Promise<{ readonly agents: AvailableAgent[]; readonly missed: number }> {
  const now = deps.clock();
  const pool = new Map(agents.map((agent) => [agent.agentId, agent]));
  let missed = 0;
  for (const assignment of dispatch([...candidates.values()], agents, now)) {
    const candidate = candidates.get(assignment.conversationId);
    const agent = pool.get(assignment.agentId);
    if (!candidate || !agent) continue;
    candidates.delete(assignment.conversationId);
    if (await assign(deps, assignment, candidate.queueId)) pool.set(agent.agentId, { ...agent, load: agent.load + 1, lastAssignedAt: now });
    else missed += 1;
  }
  return { agents: withRoom([...pool.values()]), missed };
}

/** A page against those who are free. The place that was kept for what could not be given is given again, to those behind it. */
async function dispatchPage(deps: DispatcherDependencies, { agents, skillsOf }: ShopRound, { waiting }: WaitingPage): Promise<readonly AvailableAgent[]> {
  const candidates = new Map(waiting.map((one) => [one.conversationId, { ...one, skills: skillsOf.get(one.queueId) ?? [] }]));
  let free = agents;
  for (let missed = 1; missed > 0 && free.length > 0; ) ({ agents: free, missed } = await give(deps, candidates, free));
  return free;
}

/** Page after page while somebody is free: who fits nobody stands in nobody's way. */
async function dispatchShop(deps: DispatcherDependencies, shopId: Id): Promise<void> {
  const round = await beginShop(deps, shopId);
  let { agents } = round;
  let page: WaitingPage | null = null;
  for (let pages = 0; pages < MOST_PAGES && agents.length > 0 && (page === null || page.next !== null); pages += 1) {
    page = await listWaiting(deps.work, shopId, page?.next ?? null);
    agents = await dispatchPage(deps, { ...round, agents }, page);
  }
}

/** One round: everything that waits, against everybody who accepts. Safe to run at any time; what is taken meanwhile is left. */
export async function dispatchRound(deps: DispatcherDependencies): Promise<void> {
  for (const shopId of await listWaitingShops(deps.work)) await dispatchShop(deps, shopId);
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
