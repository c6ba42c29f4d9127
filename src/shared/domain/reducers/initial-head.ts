import type { ConversationHead, ConversationState } from '../../contracts/conversation-state.ts';
import type { Language } from '../../contracts/basics.ts';
import { REDUCER_VERSION } from '../../lib/protocol.ts';

type Identity = { readonly conversationId: string; readonly shopId: string; readonly customerId: string; readonly language: Language };

/** What the bot has been through, at the start of an episode. */
export const FRESH_BOT: ConversationHead['bot'] = { answers: 0, clarifications: 0, failures: 0, proposal: null, tried: [], lastIntent: null };

/** Head of a conversation whose log is still empty. */
export function initialHead(identity: Identity): ConversationHead {
  return {
    ...identity,
    seq: 0,
    publicSeq: 0,
    reducerVersion: REDUCER_VERSION,
    newerCount: 0,
    episode: { number: 0, status: 'none', openedAt: null, resolvedAt: null, hadPerson: false, handedOffAt: null },
    holder: { kind: 'none' },
    lastOwnerId: null,
    waitingSince: null,
    last: null,
    lastCustomerSeq: 0,
    lastPublicSeq: 0,
    mood: { level: 0, trend: [] },
    openFlags: [],
    packet: null,
    ticket: null,
    suggestions: null,
    sla: null,
    reads: { customer: 0, staff: 0 },
    deliveredUpTo: 0,
    unreadSeqs: [],
    snoozedUntil: null,
    orderNumber: null,
    openActions: [],
    bot: FRESH_BOT,
    messageCount: 0,
  };
}

/** State of a conversation whose log is still empty. */
export const initialConversation = (identity: Identity): ConversationState => ({
  head: initialHead(identity),
  window: { from: 1, to: 0, items: [] },
});
