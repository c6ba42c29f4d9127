import { LIMITS } from '../../../lib/limits.ts';
import type { ConversationHead } from '../../../contracts/conversation-state.ts';
import type { MessageContent } from '../../../contracts/message.ts';
import type { EventOf } from '../../../contracts/events/envelope.ts';
import { lastOf, unchanged, type HeadHandlers } from './handlers.ts';

type MessageTypes =
  | 'message.posted' | 'message.edited' | 'message.recalled' | 'message.delivered' | 'read.advanced' | 'note.posted' | 'whisper.posted';

const UNREAD_KEPT = 100;

/** First characters of a message for a list row, cut between code points; a message of files alone has an empty line. */
function lastLine(content: MessageContent | null): string | null {
  if (!content) return null;
  // The first cut keeps a long text cheap; it may halve a pair, and a lone half is refused by databases.
  const start = content.text.slice(0, LIMITS.lastLineCharacters * 4).replace(/\p{Surrogate}$/u, '');
  const flat = start.replace(/\s+/gu, ' ').trim();
  return [...flat].slice(0, LIMITS.lastLineCharacters).join('');
}

/** A newer public message makes suggestions stale at once, for every reader alike. */
function withStaleSuggestions(head: ConversationHead, why: 'customer-wrote' | 'replied'): ConversationHead['suggestions'] {
  return head.suggestions && { ...head.suggestions, withdrawn: head.suggestions.withdrawn ?? why };
}

function afterCustomer(head: ConversationHead, event: EventOf<'message.posted'>): ConversationHead {
  return {
    ...head,
    lastCustomerSeq: event.seq,
    unreadSeqs: lastOf([...head.unreadSeqs, event.seq], UNREAD_KEPT),
    // While the bot holds it nobody waits for a person; the clock then starts at the handoff.
    waitingSince: head.episode.hadPerson ? (head.waitingSince ?? event.at) : head.waitingSince,
    suggestions: withStaleSuggestions(head, 'customer-wrote'),
  };
}

function afterStaff(head: ConversationHead, event: EventOf<'message.posted'>): ConversationHead {
  return {
    ...head,
    waitingSince: null,
    unreadSeqs: [],
    reads: { ...head.reads, staff: event.seq },
    suggestions: withStaleSuggestions(head, 'replied'),
  };
}

function afterSpeaker(head: ConversationHead, event: EventOf<'message.posted'>): ConversationHead {
  if (event.actor.kind === 'customer') return afterCustomer(head, event);
  return event.actor.kind === 'bot' || event.actor.kind === 'system' ? head : afterStaff(head, event);
}

/** A message always has a content row, so a last line without one was recalled, and stays so. */
const replaceLastLine = (head: ConversationHead, seq: number, line: { text: string | null; contentId: string | null }): ConversationHead =>
  head.last?.seq === seq && head.last.contentId !== null ? { ...head, last: { ...head.last, ...line } } : head;

/** What is said, read and delivered. Notes and whispers change nothing that a list or a clock shows. */
export const messageHandlers: HeadHandlers<MessageTypes> = {
  'message.posted': (head, event) => ({
    ...afterSpeaker(head, event),
    lastPublicSeq: event.seq,
    last: { seq: event.seq, at: event.at, by: event.actor.kind, text: lastLine(event.content), contentId: event.contentId },
    messageCount: head.messageCount + 1,
  }),
  'message.edited': (head, event) => replaceLastLine(head, event.payload.messageSeq, { text: lastLine(event.content), contentId: event.contentId }),
  'message.recalled': (head, event) => replaceLastLine(head, event.payload.messageSeq, { text: null, contentId: null }),
  'message.delivered': (head, { payload }) =>
    payload.upToSeq > head.deliveredUpTo ? { ...head, deliveredUpTo: payload.upToSeq } : head,
  'read.advanced': (head, { payload }) => ({
    ...head,
    reads: { ...head.reads, [payload.by]: Math.max(head.reads[payload.by], payload.upToSeq) },
    unreadSeqs: payload.by === 'staff' ? head.unreadSeqs.filter((seq) => seq > payload.upToSeq) : head.unreadSeqs,
  }),
  'note.posted': unchanged,
  'whisper.posted': unchanged,
};
