import type { TicketState } from '../contracts/ticket.ts';

/** Where a ticket may go from each state. Closed is final: what comes later is a new ticket. */
export const TICKET_TRANSITIONS: { readonly [S in TicketState]: readonly TicketState[] } = {
  new: ['open', 'pending', 'on-hold', 'solved'],
  open: ['pending', 'on-hold', 'solved'],
  pending: ['open', 'on-hold', 'solved'],
  'on-hold': ['open', 'pending', 'solved'],
  solved: ['open', 'closed'],
  closed: [],
};

/** Whether a ticket may go from one state to another; staying is not a move. */
export const canMoveTicket = (from: TicketState, to: TicketState): boolean => TICKET_TRANSITIONS[from].includes(to);
