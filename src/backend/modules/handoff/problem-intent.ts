import type { ConversationState, MessageItem } from '../../../shared/contracts/conversation-state.ts';

/** Words that carry a conversation but name no problem. */
const NO_PROBLEM = new Set(['human-request', 'complaint-threat', 'greeting', 'thanks', 'goodbye', 'confirm-yes', 'confirm-no']);

/** What the customer wants solved: the newest understood intent that names a problem, else whatever was understood last. */
export function problemIntent(state: ConversationState): string | null {
  const understood = state.window.items
    .filter((item): item is MessageItem => item.kind === 'message' && item.actor.kind === 'customer')
    .map((message) => message.understanding?.intent ?? null);
  return understood.findLast((intent) => intent !== null && !NO_PROBLEM.has(intent)) ?? state.head.bot.lastIntent;
}
