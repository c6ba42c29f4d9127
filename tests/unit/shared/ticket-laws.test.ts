import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { ticketSchema, type Ticket } from '../../../src/shared/contracts/ticket.ts';
import { isKnownEvent } from '../../../src/shared/domain/known-versions.ts';
import { reduceTicket, type TicketEvent } from '../../../src/shared/domain/reducers/reduce-ticket.ts';
import { anyLog, fold } from './random-log/logs.ts';
import { eventTypes, movesOf } from './random-log/move.ts';
import { play } from './random-log/play.ts';

const TIMELINE_KEPT = 50;

const isTicketEvent = (event: LogEvent): event is TicketEvent => isKnownEvent(event) && event.type.startsWith('ticket.');
const foldTicket = (events: readonly TicketEvent[]): Ticket | null => events.reduce(reduceTicket, null);

/** The ticket events of a log that speaks of little else. */
const ticketLog = () => movesOf(eventTypes.filter((type) => type.startsWith('ticket.')), 120).map((moves) => play(moves).filter(isTicketEvent));

/** The events of the last ticket that the log created. */
function ownEvents(events: readonly TicketEvent[]): TicketEvent[] {
  const last = events.findLast((event) => event.type === 'ticket.created');
  return events.filter((event) => event.payload.ticketId === last?.payload.ticketId);
}

describe('a ticket', () => {
  it('is the fold of its own events, and its version counts them', () => {
    fc.assert(
      fc.property(ticketLog(), (events) => {
        const own = ownEvents(events);
        const ticket = foldTicket(events);
        expect(ticket).toEqual(foldTicket(own));
        expect(ticket?.version ?? 0).toBe(own.length);
        expect(ticket === null ? null : ticketSchema.parse(ticket)).toEqual(ticket);
      }),
    );
  });

  it('has its newest events as its timeline', () => {
    fc.assert(
      fc.property(ticketLog(), (events) => {
        const lines = ownEvents(events).map((event) => ({ seq: event.seq, at: event.at, code: event.type }));
        expect(foldTicket(events)?.timeline.map(({ seq, at, code }) => ({ seq, at, code })) ?? []).toEqual(lines.slice(-TIMELINE_KEPT));
      }),
    );
  });

  it('is the same object after a repeat, whichever ticket that was about', () => {
    fc.assert(
      fc.property(ticketLog(), (events) => {
        const ticket = foldTicket(events);
        for (const event of events) expect(reduceTicket(ticket, event)).toBe(ticket);
      }),
    );
  });

  it('is the same object after an event of another ticket', () => {
    fc.assert(
      fc.property(ticketLog(), (events) => {
        const own = foldTicket(ownEvents(events));
        const foreign = events.filter((event) => event.type !== 'ticket.created' && event.payload.ticketId !== own?.ticketId);
        for (const event of foreign) expect(reduceTicket(own, { ...event, seq: event.seq + events.length * 2 })).toBe(own);
        for (const event of foreign) expect(reduceTicket(null, event)).toBeNull();
      }),
    );
  });

  it('is in the head what its own reducer says', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        const opened = log.findLastIndex((event) => isKnownEvent(event) && event.type === 'episode.opened');
        expect(fold(log).head.ticket).toEqual(foldTicket(log.slice(opened).filter(isTicketEvent)));
      }),
    );
  });
});
