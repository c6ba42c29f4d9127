import type { ConversationHead } from '../../../shared/contracts/conversation-state.ts';
import { canMoveTicket } from '../../../shared/domain/ticket-transitions.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Handler, StaffAct } from '../../commands/command-handler.ts';
import type { NewEvent } from '../../log/append-request.ts';
import { refuseActing } from './holding.ts';
import { unsnoozeKey } from './snooze-job.ts';

/** The ticket is solved with its episode, unless a person has put it where it can't be. */
function solving(head: ConversationHead): NewEvent[] {
  const { ticket } = head;
  return ticket && canMoveTicket(ticket.state, 'solved') ? [{ type: 'ticket.state-changed', payload: { ticketId: ticket.ticketId, from: ticket.state, to: 'solved' }, content: null }] : [];
}

/** `episode.resolve`: with the ticket as its author saw it. */
export const resolveEpisode: Handler<StaffAct<'episode.resolve'>> = {
  decide: (act, { head }) => {
    const refused = refuseActing(head, act.principal);
    if (refused) return err(refused);
    const ticketVersion = head.ticket?.version ?? 0;
    if (act.payload.ticketVersion !== ticketVersion) return err({ code: 'STALE_TICKET', details: { ticketVersion } });
    const resolved: NewEvent = { type: 'episode.resolved', payload: { episode: head.episode.number, disposition: act.payload.disposition }, content: null };
    return ok({ events: [...solving(head), resolved], cancelDue: [unsnoozeKey(act.conversationId)] });
  },
};

/** `episode.reopen`: undoing a resolve; it comes back to whoever reopens it. */
export const reopenEpisode: Handler<StaffAct<'episode.reopen'>> = {
  decide: (act, { head }) => {
    if (head.episode.status !== 'resolved') return err({ code: 'TRANSITION_REFUSED', details: { status: head.episode.status } });
    const { ticket } = head;
    const reopenedTicket: NewEvent[] =
      ticket?.state === 'solved' ? [{ type: 'ticket.state-changed', payload: { ticketId: ticket.ticketId, from: 'solved', to: 'open' }, content: null }] : [];
    return ok({
      events: [
        { type: 'episode.reopened', payload: { episode: head.episode.number, mode: 'person' }, content: null },
        ...reopenedTicket,
        { type: 'assignment.accepted', payload: { agentId: act.principal.accountId, how: 'reopened', reasons: [], ruleVersion: 'hand' }, content: null },
      ],
    });
  },
};
