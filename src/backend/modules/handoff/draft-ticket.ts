import type { Tier } from '../../../shared/contracts/basics.ts';
import type { ConversationHead } from '../../../shared/contracts/conversation-state.ts';
import type { Order } from '../../../shared/contracts/order.ts';
import type { Priority } from '../../../shared/contracts/ticket.ts';
import { prioritise } from '../../../shared/domain/ticket-priority.ts';
import { intentFacts } from '../../bot/intents.ts';
import type { NewEvent } from '../../log/append-request.ts';

const HOUR = 3_600_000;

/** Hours until a ticket is due, by priority. */
const DUE_HOURS: { readonly [P in Priority]: number } = { urgent: 2, high: 8, normal: 24, low: 72 };

export type TicketDraft = {
  readonly ticketId: string;
  readonly number: number;
  readonly intent: string | null;
  readonly head: ConversationHead;
  readonly order: Order | null;
  readonly tier: Tier;
  /** Earlier contacts of this customer. */
  readonly repeatContacts: number;
  readonly now: number;
};

/** A ticket drafted from what the handoff knows: kind, category, priority with its reasons, order and due time. */
export function draftTicket(draft: TicketDraft): NewEvent {
  const facts = intentFacts(draft.intent);
  const kind = draft.head.openFlags.some((flag) => flag.kind !== 'anger') ? 'complaint' : facts.ticketKind;
  const { priority, reasons } = prioritise({
    kind,
    tier: draft.tier,
    flagCount: draft.head.openFlags.length,
    mood: draft.head.mood.level,
    orderAmount: draft.order?.paid.amount ?? 0,
    repeatContacts: draft.repeatContacts,
  });
  return {
    type: 'ticket.created',
    payload: {
      ticketId: draft.ticketId,
      number: draft.number,
      kind,
      category: facts.category,
      priority,
      priorityReasons: reasons,
      orderNumber: draft.order?.number ?? draft.head.orderNumber,
      dueAt: draft.now + DUE_HOURS[priority] * HOUR,
    },
    content: null,
  };
}
