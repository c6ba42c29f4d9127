import type { BackendModule } from '../../module.ts';
import { DESK_ROLES } from '../../policy/rules.ts';
import { changeTicket, escalateTicket } from './change-ticket.ts';

/** Tracked work: its state, its classification, its mark. */
export const ticketsModule: BackendModule = {
  name: 'tickets',
  policy: { commands: { 'ticket.change': DESK_ROLES, 'ticket.escalate': DESK_ROLES } },
  commands: { 'ticket.change': changeTicket, 'ticket.escalate': escalateTicket },
};
