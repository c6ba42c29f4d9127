import type { Tier } from '../contracts/basics.ts';
import type { Priority, PriorityReason, TicketKind } from '../contracts/ticket.ts';

export type PriorityFacts = {
  readonly kind: TicketKind;
  readonly tier: Tier;
  readonly flagCount: number;
  /** Mood level -1..1. */
  readonly mood: number;
  /** Value of the order in minor units of the shop's currency. */
  readonly orderAmount: number;
  /** Earlier contacts about the same order. */
  readonly repeatContacts: number;
};

const TIER_WEIGHT: { readonly [T in Tier]: number } = { black: 30, gold: 20, silver: 10, member: 0 };
const HIGH_VALUE = 50_000;

function reasonsOf(facts: PriorityFacts): PriorityReason[] {
  const all: PriorityReason[] = [
    { code: 'complaint', weight: facts.kind === 'complaint' ? 25 : 0 },
    { code: `tier-${facts.tier}`, weight: TIER_WEIGHT[facts.tier] },
    { code: 'risk-flags', weight: Math.min(facts.flagCount, 2) * 20 },
    { code: 'negative-mood', weight: facts.mood < -0.5 ? 20 : facts.mood < -0.2 ? 10 : 0 },
    { code: 'high-value', weight: facts.orderAmount >= HIGH_VALUE ? 10 : 0 },
    { code: 'repeat-contact', weight: Math.min(facts.repeatContacts, 2) * 10 },
  ];
  return all.filter((reason) => reason.weight > 0);
}

function bandOf(total: number): Priority {
  if (total >= 60) return 'urgent';
  if (total >= 35) return 'high';
  return total >= 10 ? 'normal' : 'low';
}

/**
 * A ticket's priority with what made it so. A sum of weights in bands of 10, 35 and 60, with one rule above it: a complaint of
 * a customer of the highest tier is always urgent.
 */
export function prioritise(facts: PriorityFacts): { readonly priority: Priority; readonly reasons: PriorityReason[] } {
  const reasons = reasonsOf(facts);
  if (facts.kind === 'complaint' && facts.tier === 'black') return { priority: 'urgent', reasons: [{ code: 'vip-complaint', weight: 100 }, ...reasons] };
  return { priority: bandOf(reasons.reduce((sum, reason) => sum + reason.weight, 0)), reasons };
}
