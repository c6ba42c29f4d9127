import type { Consequence } from '../../log/append-tools.ts';
import type { NewEvent } from '../../log/append-request.ts';
import { SLA_KIND, slaKey } from './sla-due.ts';

/**
 * The reply clock, whoever caused it: it starts when a customer begins to wait for a person and is met when one answers. The
 * first wait after a handoff is the first response, every later one a next reply. A resolved episode has no clock.
 * A reply after the target stops the clock too: that it was late, `sla.breached` before it says.
 */
export const slaConsequence: Consequence = ({ before, after, now, shop }) => {
  const key = slaKey(after.conversationId);
  const startsWaiting = after.waitingSince !== null && (before.waitingSince === null || before.episode.number !== after.episode.number);
  if (startsWaiting && after.episode.status === 'open') {
    const isFirst = before.episode.handedOffAt !== after.episode.handedOffAt;
    const dueAt = now + (isFirst ? shop.sla.firstResponseMs : shop.sla.nextReplyMs);
    const started: NewEvent = { type: 'sla.started', payload: { metric: isFirst ? 'first-response' : 'next-reply', dueAt }, content: null };
    return { events: [started], due: [{ kind: SLA_KIND, dedupKey: key, runAt: dueAt, conversationId: after.conversationId, payload: { dueAt } }] };
  }
  if (before.sla === null || after.waitingSince !== null) return { events: [] };
  const met: NewEvent[] = after.sla === null ? [] : [{ type: 'sla.met', payload: { metric: before.sla.metric }, content: null }];
  return { events: met, cancelDue: [key] };
};
