import type { ConversationState } from '../contracts/conversation-state.ts';
import type { OutboxEntry } from '../contracts/bridge/outbox.ts';
import type { Attachment } from '../contracts/message.ts';
import type { Words } from './words-in-front.ts';

/** A message or note that the log doesn't hold yet, as the transcript's end shows it. */
export type PendingItem = {
  readonly id: string;
  readonly kind: 'message' | 'note' | 'whisper';
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly createdAt: number;
  readonly state: OutboxEntry['state'];
  /** Place in the line, from 1, among what still waits in this conversation. */
  readonly place: number;
};

/** What the screen shows: the confirmed state beside what is on its way. */
export type DisplayedConversation = {
  readonly confirmed: ConversationState;
  readonly pending: readonly PendingItem[];
  /** Types of acts on their way that are no message ("resolve" behind replies, a transfer). */
  readonly acts: readonly OutboxEntry[];
};

const POSTED_KINDS: { readonly [type: string]: PendingItem['kind'] | undefined } = { 'message.post': 'message', 'note.post': 'note', 'whisper.post': 'whisper' };

/** The log has it: the acknowledged seq is folded, or the item itself is in the window (its event beat the answer). */
function isInLog(state: ConversationState, entry: OutboxEntry): boolean {
  if (entry.state.kind === 'done' && entry.state.accepted.seq <= state.head.seq) return true;
  return state.window.items.some((item) => 'id' in item && item.id === entry.id);
}

const textOf = (entry: OutboxEntry): string => (typeof entry.payload['text'] === 'string' ? entry.payload['text'] : '');
const attachmentsOf = (entry: OutboxEntry): Attachment[] => (Array.isArray(entry.payload['attachments']) ? (entry.payload['attachments'] as Attachment[]) : []);

/** What an entry says, in whichever way it is posted. */
export const wordsOf = (entry: OutboxEntry): Words => ({ text: textOf(entry), attachments: attachmentsOf(entry) });

/**
 * Confirmed plus pending, computed and never patched: an entry shows until the log holds it and never beside it, whichever
 * of acknowledgement and event comes first. Entries are in the order of the outbox.
 */
export function overlayPending(confirmed: ConversationState, entries: readonly OutboxEntry[]): DisplayedConversation {
  const waiting = entries.filter((entry) => entry.conversationId === confirmed.head.conversationId && !isInLog(confirmed, entry));
  const posted = waiting.filter((entry) => POSTED_KINDS[entry.type] !== undefined);
  return {
    confirmed,
    pending: posted.map((entry, index) => ({
      id: entry.id,
      kind: POSTED_KINDS[entry.type] ?? 'message',
      ...wordsOf(entry),
      createdAt: entry.createdAt,
      state: entry.state,
      place: index + 1,
    })),
    acts: waiting.filter((entry) => POSTED_KINDS[entry.type] === undefined && entry.lane !== 'observations'),
  };
}
