import type { ConversationHead } from '../../../shared/contracts/conversation-state.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import type { StaffPrincipal } from '../../principal.ts';

const isLead = (principal: StaffPrincipal): boolean => principal.role !== 'agent';

/** Whether this person holds the conversation. */
export const isHeldBy = (head: ConversationHead, principal: StaffPrincipal): boolean =>
  head.holder.kind === 'agent' && head.holder.agentId === principal.accountId;

/**
 * Why this person may not act for the shop here, or null: the episode must be open and theirs. A lead may act beside a
 * colleague, but nobody speaks beside the bot: it is taken over first.
 */
export function refuseActing(head: ConversationHead, principal: StaffPrincipal): Failure | null {
  if (head.episode.status !== 'open') return { code: 'EPISODE_CLOSED' };
  if (isHeldBy(head, principal) || (isLead(principal) && head.holder.kind === 'agent')) return null;
  return { code: 'NOT_OWNER', details: { holder: head.holder.kind } };
}

/** Whether a person may take a conversation from whoever holds it now: from the bot and the queue anybody, from a colleague a lead. */
export function refuseTaking(head: ConversationHead, principal: StaffPrincipal): Failure | null {
  if (head.episode.status !== 'open') return { code: 'EPISODE_CLOSED' };
  if (isHeldBy(head, principal)) return { code: 'TRANSITION_REFUSED', details: { holder: 'self' } };
  return head.holder.kind === 'agent' && !isLead(principal) ? { code: 'NOT_OWNER', details: { holder: 'agent' } } : null;
}
