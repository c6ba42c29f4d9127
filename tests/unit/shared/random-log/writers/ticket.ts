import { prioritySchema, ticketCategorySchema, ticketKindSchema, type Ticket } from '../../../../../src/shared/contracts/ticket.ts';
import { TICKET_TRANSITIONS } from '../../../../../src/shared/domain/ticket-transitions.ts';
import type { TicketEventType } from '../../../../../src/shared/domain/reducers/reduce-ticket.ts';
import type { Move } from '../move.ts';
import type { Writers } from '../writer.ts';
import { freshId, pickFrom, STAFF, SYSTEM, type World } from '../world.ts';

const actorOf = ({ pick }: Move) => pickFrom(STAFF, pick) ?? SYSTEM;

/** Mostly the newest ticket; now and then one of an earlier episode. */
function ticketOf({ tickets }: World, { pick }: Move): string | undefined {
  const ids = [...tickets.keys()];
  return pick % 4 === 0 ? pickFrom(ids, pick / 4) : ids.at(-1);
}

const labelsOf = ({ pick, other }: Move): Pick<Ticket, 'kind' | 'category'> => ({
  kind: pickFrom(ticketKindSchema.options, pick) ?? 'inquiry',
  category: pickFrom(ticketCategorySchema.options, other) ?? 'other',
});

const priorityOf = ({ other }: Move): Pick<Ticket, 'priority' | 'priorityReasons'> => ({
  priority: pickFrom(prioritySchema.options, other) ?? 'normal',
  priorityReasons: [{ code: 'complaint', weight: 25 }],
});

export const ticketWriters: Writers<TicketEventType> = {
  'ticket.created': (world, move) => ({
    actor: SYSTEM,
    payload: {
      ticketId: freshId(world), number: world.tickets.size + 1, orderNumber: move.yes ? 'N1' : null, dueAt: move.yes ? world.at + move.later : null,
      ...labelsOf(move), ...priorityOf(move),
    },
  }),
  'ticket.state-changed': (world, move) => {
    const ticketId = ticketOf(world, move);
    const from = ticketId ? world.tickets.get(ticketId) : undefined;
    const to = from && pickFrom(TICKET_TRANSITIONS[from], move.other);
    return ticketId && from && to ? { actor: actorOf(move), payload: { ticketId, from, to } } : null;
  },
  'ticket.classified': (world, move) => {
    const ticketId = ticketOf(world, move);
    return ticketId ? { actor: actorOf(move), payload: { ticketId, ...labelsOf(move) } } : null;
  },
  'ticket.prioritised': (world, move) => {
    const ticketId = ticketOf(world, move);
    return ticketId ? { actor: SYSTEM, payload: { ticketId, ...priorityOf(move) } } : null;
  },
  'ticket.escalated': (world, move) => {
    const ticketId = ticketOf(world, move);
    return ticketId ? { actor: actorOf(move), payload: { ticketId, reason: 'policy' } } : null;
  },
  'ticket.assigned': (world, move) => {
    const ticketId = ticketOf(world, move);
    return ticketId ? { actor: actorOf(move), payload: { ticketId, assigneeId: move.yes ? actorOf(move).id : null } } : null;
  },
};
