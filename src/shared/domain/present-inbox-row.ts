import type { Channel, Tier } from '../contracts/basics.ts';
import type { ConversationHead } from '../contracts/conversation-state.ts';
import type { InboxRow } from '../contracts/inbox.ts';

type Beside = {
  readonly position: number;
  readonly channel: Channel;
  readonly customer: { readonly id: string; readonly name: string; readonly tier: Tier };
};

/** The list row of a conversation: its head without the long parts, beside the facts that no log holds. */
export function presentInboxRow(head: ConversationHead, beside: Beside): InboxRow {
  return {
    conversationId: head.conversationId,
    shopId: head.shopId,
    seq: head.seq,
    position: beside.position,
    customer: beside.customer,
    channel: beside.channel,
    language: head.language,
    status: head.episode.status,
    holder: head.holder,
    waitingSince: head.waitingSince,
    last: head.last && { at: head.last.at, by: head.last.by, text: head.last.text },
    mood: head.mood,
    flags: [...new Set(head.openFlags.map((flag) => flag.kind))],
    unread: head.unreadSeqs.length,
    sla: head.sla && { startedAt: head.sla.startedAt, dueAt: head.sla.dueAt, breached: head.sla.breached },
    snoozedUntil: head.snoozedUntil,
    orderNumber: head.orderNumber,
    intent: head.bot.lastIntent,
    openActions: head.openActions.length,
    approvals: head.openActions.filter(({ state }) => state === 'proposed').map(({ proposedBy }) => proposedBy),
  };
}
