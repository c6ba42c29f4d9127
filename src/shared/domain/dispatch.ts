import type { Language } from '../contracts/basics.ts';
import type { AssignmentReason } from '../contracts/events/queue.ts';

/** Version of this rule; stored with every assignment, so that it can be run again. */
export const DISPATCH_RULE = 'fair-2';

export type WaitingConversation = {
  readonly conversationId: string;
  readonly skills: readonly string[];
  readonly language: Language;
  readonly waitingSince: number;
  /** The promised time is over: any hand that speaks the language is better than none. */
  readonly isOverdue: boolean;
  /** Who had it last, in any episode. */
  readonly lastOwnerId: string | null;
};

export type AvailableAgent = {
  readonly agentId: string;
  readonly skills: readonly string[];
  readonly languages: readonly Language[];
  readonly load: number;
  readonly capacity: number;
  /** When they were last given a conversation; 0 for never. */
  readonly lastAssignedAt: number;
};

export type Assignment = { readonly conversationId: string; readonly agentId: string; readonly reasons: AssignmentReason[] };

const MINUTE = 60_000;
const KNOWS_CUSTOMER = 30;
const FREE_SHARE = 20;
const IDLE = 10;
const SKILL = 5;

const sharedSkills = (waiting: WaitingConversation, agent: AvailableAgent): string[] => waiting.skills.filter((skill) => agent.skills.includes(skill));

const hasRoom = (waiting: WaitingConversation, agent: AvailableAgent): boolean => agent.load < agent.capacity && agent.languages.includes(waiting.language);

const isSkilled = (waiting: WaitingConversation, agent: AvailableAgent): boolean => waiting.skills.length === 0 || sharedSkills(waiting, agent).length > 0;

/** Who may take it: the skilled, and once it is overdue and none of them has room, whoever speaks the language. */
function takersOf(waiting: WaitingConversation, agents: readonly AvailableAgent[]): AvailableAgent[] {
  const free = agents.filter((agent) => hasRoom(waiting, agent));
  const skilled = free.filter((agent) => isSkilled(waiting, agent));
  return skilled.length === 0 && waiting.isOverdue ? free : skilled;
}

/** Points of an agent for a conversation: knowing the customer, free share of capacity, idle minutes (at most 30), skills. */
export function dispatchScore(waiting: WaitingConversation, agent: AvailableAgent, now: number): number {
  const idleMinutes = Math.min(30, (now - agent.lastAssignedAt) / MINUTE);
  return (
    (waiting.lastOwnerId === agent.agentId ? KNOWS_CUSTOMER : 0) +
    FREE_SHARE * (1 - agent.load / agent.capacity) +
    (IDLE * idleMinutes) / 30 +
    SKILL * sharedSkills(waiting, agent).length
  );
}

function reasonsOf(waiting: WaitingConversation, agent: AvailableAgent, now: number): AssignmentReason[] {
  const skills = sharedSkills(waiting, agent);
  return [
    { code: 'waited', value: Math.round((now - waiting.waitingSince) / 1000) },
    ...(waiting.lastOwnerId === agent.agentId ? [{ code: 'knows-customer', value: 1 }] : []),
    ...(skills.length > 0 ? [{ code: 'skill', value: skills.join(', ') }] : []),
    ...(skills.length === 0 && waiting.skills.length > 0 ? [{ code: 'overdue', value: waiting.skills.join(', ') }] : []),
    { code: 'load', value: `${agent.load}/${agent.capacity}` },
  ];
}

/**
 * Gives waiting conversations to agents: the longest waiting first, each to the eligible agent with the most points (equal
 * points: the smaller id), whose load grows with what they get. Who fits nobody keeps waiting, until the promised time is over: then skills are a wish. Pure, so that any assignment
 * can be questioned and run again.
 */
export function dispatch(waiting: readonly WaitingConversation[], agents: readonly AvailableAgent[], now: number): Assignment[] {
  const pool = new Map(agents.map((agent) => [agent.agentId, agent]));
  const assignments: Assignment[] = [];
  for (const conversation of waiting.toSorted((a, b) => a.waitingSince - b.waitingSince || a.conversationId.localeCompare(b.conversationId))) {
    const [best] = takersOf(conversation, [...pool.values()])
      .map((agent) => ({ agent, score: dispatchScore(conversation, agent, now) }))
      .toSorted((a, b) => b.score - a.score || a.agent.agentId.localeCompare(b.agent.agentId));
    if (!best) continue;
    assignments.push({ conversationId: conversation.conversationId, agentId: best.agent.agentId, reasons: reasonsOf(conversation, best.agent, now) });
    pool.set(best.agent.agentId, { ...best.agent, load: best.agent.load + 1, lastAssignedAt: now });
  }
  return assignments;
}
