import type { Ticket } from '../../contracts/ticket.ts';
import type { EventOf } from '../../contracts/events/envelope.ts';

export type TicketEventType =
  | 'ticket.created' | 'ticket.state-changed' | 'ticket.classified' | 'ticket.prioritised' | 'ticket.escalated' | 'ticket.assigned';
export type TicketEvent = EventOf<TicketEventType>;

const TIMELINE_KEPT = 50;

function created(event: EventOf<'ticket.created'>): Ticket {
  const { ticketId, number, kind, category, priority, priorityReasons, orderNumber, dueAt } = event.payload;
  return {
    ticketId, number, kind, category, priority, priorityReasons, orderNumber, dueAt,
    version: 1, state: 'new', escalated: false, assigneeId: null, createdAt: event.at, timeline: [],
  };
}

function changed(ticket: Ticket, event: Exclude<TicketEvent, EventOf<'ticket.created'>>): Ticket {
  switch (event.type) {
    case 'ticket.state-changed': return { ...ticket, state: event.payload.to };
    case 'ticket.classified': return { ...ticket, kind: event.payload.kind, category: event.payload.category };
    case 'ticket.prioritised': return { ...ticket, priority: event.payload.priority, priorityReasons: event.payload.priorityReasons };
    case 'ticket.escalated': return { ...ticket, escalated: true };
    case 'ticket.assigned': return { ...ticket, assigneeId: event.payload.assigneeId };
  }
}

/** The codes a timeline line needs beside its event type. */
function lineParams(event: TicketEvent): Record<string, string> {
  switch (event.type) {
    case 'ticket.created': return { kind: event.payload.kind, category: event.payload.category };
    case 'ticket.state-changed': return { from: event.payload.from, to: event.payload.to };
    case 'ticket.classified': return { kind: event.payload.kind, category: event.payload.category };
    case 'ticket.prioritised': return { priority: event.payload.priority };
    case 'ticket.escalated': return { reason: event.payload.reason };
    case 'ticket.assigned': return { assigneeId: event.payload.assigneeId ?? '' };
  }
}

/**
 * The ticket after one of its conversation's events. An event of another ticket, or one no newer than the newest applied,
 * returns the same object; a newer `created` starts a new ticket. The timeline is the list of events, the newest fifty of them.
 */
export function reduceTicket(ticket: Ticket | null, event: TicketEvent): Ticket | null {
  const newest = ticket?.timeline.at(-1);
  if (newest && event.seq <= newest.seq) return ticket;
  if (event.type === 'ticket.created') return ticket?.ticketId === event.payload.ticketId ? ticket : withLine(created(event), event);
  if (!ticket || ticket.ticketId !== event.payload.ticketId) return ticket;
  return withLine({ ...changed(ticket, event), version: ticket.version + 1 }, event);
}

function withLine(ticket: Ticket, event: TicketEvent): Ticket {
  const line = { seq: event.seq, at: event.at, code: event.type, params: lineParams(event) };
  return { ...ticket, timeline: [...ticket.timeline, line].slice(-TIMELINE_KEPT) };
}
