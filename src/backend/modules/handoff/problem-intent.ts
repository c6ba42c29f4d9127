import { isProblem } from '../../bot/intents.ts';
import type { ConversationState, MessageItem } from '../../../shared/contracts/conversation-state.ts';

/** "It is broken, or I complain": the problem stands behind the threat, if it takes this share of what the threat leaves. */
const SHARE_OF_REST = 0.6;

/** The problem that a customer's message names, or null: its own intent, else what it says beside a threat or a call for a person. */
export function problemOf({ understanding }: MessageItem): string | null {
  if (!understanding || understanding.intent === null) return null;
  if (isProblem(understanding.intent)) return understanding.intent;
  const beside = understanding.runnersUp.find(({ label }) => isProblem(label));
  return beside && beside.confidence >= SHARE_OF_REST * (1 - understanding.confidence) ? beside.label : null;
}

/** What the customer wants solved: the newest message that names a problem, else whatever was understood last. */
export function problemIntent(state: ConversationState): string | null {
  const problems = state.window.items
    .filter((item): item is MessageItem => item.kind === 'message' && item.actor.kind === 'customer')
    .map(problemOf);
  return problems.findLast((problem) => problem !== null) ?? state.head.bot.lastIntent;
}
