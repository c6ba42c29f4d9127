import type { Tier } from '../../../shared/contracts/basics.ts';
import type { PacketReason } from '../../../shared/contracts/assist.ts';
import type { Queue } from '../../../shared/contracts/people.ts';
import { intentFacts } from '../../bot/intents.ts';

export type QueueNeed = { readonly intent: string | null; readonly reason: PacketReason; readonly tier: Tier };

/** Slug of the queue by need: the highest tier and risks first, then what it is about. */
function wantedSlug({ intent, reason, tier }: QueueNeed): string {
  if (tier === 'black') return 'vip';
  if (reason === 'risk' || intent === 'complaint-threat') return 'complaints';
  const facts = intentFacts(intent);
  if (facts.category === 'logistics') return 'logistics';
  return facts.stage === 'pre-sale' && intent !== null ? 'pre-sale' : 'after-sale';
}

/** The queue a handoff waits in; a shop without the wanted one uses its first. Null only for a shop without queues. */
export function chooseQueue(need: QueueNeed, queues: readonly Queue[]): Queue | null {
  return queues.find((queue) => queue.slug === wantedSlug(need)) ?? queues[0] ?? null;
}
