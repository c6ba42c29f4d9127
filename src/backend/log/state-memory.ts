import type { Id } from '../../shared/contracts/basics.ts';
import type { ConversationState } from '../../shared/contracts/conversation-state.ts';
import { foldConversation } from '../../shared/domain/reducers/reduce-conversation.ts';
import { LIMITS } from '../../shared/lib/limits.ts';
import { pageStart, type LogReader } from './log-reader.ts';

/** How many conversations are remembered; a state has some tens of kilobytes. */
const MOST = 200;

type Reader = Pick<LogReader, 'newest' | 'eventsAfter'>;

/** Without what has left the newest page, as a reading of it would have it. */
function newestPage({ head, window }: ConversationState): ConversationState {
  const from = pageStart(head.seq);
  return { head, window: { from, to: window.to, items: window.items.filter(({ seq }) => seq >= from) } };
}

/** The state as of now; null when so much has happened that reading it anew is less. */
async function carryOn(reader: Reader, state: ConversationState): Promise<ConversationState | null> {
  const events = await reader.eventsAfter(state.head.conversationId, state.head.seq, LIMITS.pageItems);
  const folded = foldConversation(state, events);
  return events.length === LIMITS.pageItems || folded.kind === 'gap' ? null : newestPage(folded.state);
}

/**
 * Reads heads and newest windows as nobody in particular sees them. The conversations that were asked for lately are remembered, and only
 * the events that came since are read: what follows each message of a long conversation would otherwise read its whole page again.
 */
export function createStateMemory(reader: Reader): (conversationId: Id) => Promise<ConversationState | null> {
  // Oldest first: a map keeps the order in which its keys came.
  const kept = new Map<Id, ConversationState>();
  const keep = (state: ConversationState): void => {
    const { conversationId, seq } = state.head;
    if ((kept.get(conversationId)?.head.seq ?? 0) > seq) return;
    kept.delete(conversationId);
    kept.set(conversationId, state);
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
  };
  return async (conversationId) => {
    const known = kept.get(conversationId);
    const state = (known && (await carryOn(reader, known))) ?? (await reader.newest(conversationId));
    if (state) keep(state);
    return state;
  };
}
