import type { Failure } from '../../../shared/contracts/errors.ts';
import type { Ticket } from '../../../shared/contracts/ticket.ts';
import { canMoveTicket } from '../../../shared/domain/ticket-transitions.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Handler, StaffAct } from '../../commands/command-handler.ts';
import type { NewEvent } from '../../log/append-request.ts';

type Change = StaffAct<'ticket.change'>['payload'];

function stateEvents(ticket: Ticket, to: Change['state']): Result<NewEvent[], Failure> {
  if (to === undefined || to === ticket.state) return ok([]);
  if (!canMoveTicket(ticket.state, to)) return err({ code: 'TRANSITION_REFUSED', details: { from: ticket.state, to } });
  return ok([{ type: 'ticket.state-changed', payload: { ticketId: ticket.ticketId, from: ticket.state, to }, content: null }]);
}

function classEvents(ticket: Ticket, { kind = ticket.kind, category = ticket.category }: Change): NewEvent[] {
  if (kind === ticket.kind && category === ticket.category) return [];
  return [{ type: 'ticket.classified', payload: { ticketId: ticket.ticketId, kind, category }, content: null }];
}

/** `ticket.change`: state and classification, on the version its author saw. */
export const changeTicket: Handler<StaffAct<'ticket.change'>> = {
  decide: ({ payload }, { head }) => {
    const { ticket } = head;
    if (ticket?.ticketId !== payload.ticketId) return err({ code: 'NOT_FOUND', details: { ticketId: payload.ticketId } });
    if (ticket.version !== payload.ticketVersion) return err({ code: 'STALE_TICKET', details: { ticketVersion: ticket.version } });
    const moved = stateEvents(ticket, payload.state);
    return moved.ok ? ok({ events: [...moved.value, ...classEvents(ticket, payload)] }) : moved;
  },
};

/** `ticket.escalate`: asks for a lead's eye; a mark, not a state. Escalated already is fine. */
export const escalateTicket: Handler<StaffAct<'ticket.escalate'>> = {
  decide: ({ payload }, { head }) => {
    const { ticket } = head;
    if (ticket?.ticketId !== payload.ticketId) return err({ code: 'NOT_FOUND', details: { ticketId: payload.ticketId } });
    return ok({ events: ticket.escalated ? [] : [{ type: 'ticket.escalated', payload: { ticketId: ticket.ticketId, reason: payload.reason }, content: null }] });
  },
};
