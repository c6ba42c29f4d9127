import type { TicketState } from '../../../src/shared/contracts/ticket.ts';
import { STAFF_ONLY } from '../history/history.ts';
import { send, type Scene } from './agent-scene.ts';
import type { OrderAct } from './steps.ts';

/** Where an agent moves a ticket from each state. */
const NEXT_STATE: { readonly [S in TicketState]: TicketState } = { new: 'open', open: 'pending', pending: 'on-hold', 'on-hold': 'open', solved: 'open', closed: 'open' };

const SNOOZE_MS = 8_000;

export function resolve(scene: Scene): void {
  send(scene, { type: 'episode.resolve', payload: { disposition: 'solved', ticketVersion: scene.head.ticket?.version ?? 0 } });
}

/** Until soon, by the desk's own clock. */
export function snooze(scene: Scene): void {
  send(scene, { type: 'conversation.snooze', payload: { until: scene.desk.wall.now() + SNOOZE_MS } });
}

export function moveTicket(scene: Scene): void {
  const { ticket } = scene.head;
  if (ticket) send(scene, { type: 'ticket.change', payload: { ticketId: ticket.ticketId, ticketVersion: ticket.version, state: NEXT_STATE[ticket.state] } });
}

export function escalate(scene: Scene): void {
  const { ticket } = scene.head;
  if (ticket) send(scene, { type: 'ticket.escalate', payload: { ticketId: ticket.ticketId, reason: `${STAFF_ONLY}: the customer asks for it` } });
}

export function judgeFlag(scene: Scene): void {
  const flag = scene.head.openFlags.at(-1);
  if (flag) send(scene, { type: 'flag.judge', payload: { flagId: flag.flagId, verdict: 'confirmed' } });
}

/** Does something with the customer's order, which is as this desk looked at it last. */
export function actOnOrder(scene: Scene, { order, amount }: OrderAct): void {
  const seen = scene.world.orders.seenBy(scene.desk.login);
  if (!seen) return;
  const reason = order === 'coupon' ? 'late' : 'damaged';
  send(scene, { type: 'action.execute', payload: { kind: order, orderNumber: seen.number, orderVersion: seen.version, arguments: { amount, reason } } });
}

/** A lead's word on what an agent may not do alone. */
export function decideAction(scene: Scene, verdict: 'approved' | 'declined'): void {
  const proposed = scene.head.openActions.find(({ state }) => state === 'proposed');
  if (proposed) send(scene, { type: 'action.decide', payload: { actionId: proposed.actionId, verdict, reason: `${STAFF_ONLY}: as agreed` } });
}
