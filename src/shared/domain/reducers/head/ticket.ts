import type { ConversationHead } from '../../../contracts/conversation-state.ts';
import { reduceTicket, type TicketEvent, type TicketEventType } from '../reduce-ticket.ts';
import type { HeadHandlers } from './handlers.ts';

const throughTicket = (head: ConversationHead, event: TicketEvent): ConversationHead => ({ ...head, ticket: reduceTicket(head.ticket, event) });

/** The episode's ticket is folded inside the head by its own reducer. */
export const ticketHandlers: HeadHandlers<TicketEventType> = {
  'ticket.created': throughTicket,
  'ticket.state-changed': throughTicket,
  'ticket.classified': throughTicket,
  'ticket.prioritised': throughTicket,
  'ticket.escalated': throughTicket,
  'ticket.assigned': throughTicket,
};
