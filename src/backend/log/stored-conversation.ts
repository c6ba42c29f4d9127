import type { Channel, Id, Tier } from '../../shared/contracts/basics.ts';
import type { ConversationHead } from '../../shared/contracts/conversation-state.ts';
import type { LogEvent } from '../../shared/contracts/events/envelope.ts';
import type { InboxRow } from '../../shared/contracts/inbox.ts';
import { presentInboxRow } from '../../shared/domain/present-inbox-row.ts';

/** A conversation as the log keeps it: its head, and the facts beside it that no event holds. */
export type StoredConversation = {
  readonly head: ConversationHead;
  readonly channel: Channel;
  readonly customer: { readonly id: Id; readonly name: string; readonly tier: Tier };
  /** The queue it waits in or waited in last. */
  readonly queueId: Id | null;
  readonly lastPosition: number;
};

/** Committed events of a conversation, at least one, in order, and the conversation after them or after later ones. */
export type Commit = { readonly conversation: StoredConversation; readonly events: readonly LogEvent[] };

/** The conversation as a line of the list. */
export function presentRow(conversation: StoredConversation): InboxRow {
  const { head, channel, customer, lastPosition } = conversation;
  return presentInboxRow(head, { position: lastPosition, channel, customer });
}
