import { unchanged, type HeadHandlers } from './handlers.ts';

type QueueTypes = 'queue.entered' | 'queue.left' | 'assignment.accepted' | 'assignment.revoked' | 'sla.started' | 'sla.met' | 'sla.breached';

/** Who holds it, and the clocks that run meanwhile. */
export const queueHandlers: HeadHandlers<QueueTypes> = {
  'queue.entered': (head, { at, payload }) => ({
    ...head,
    holder: { kind: 'queue', queueId: payload.queueId, since: at },
    episode: { ...head.episode, hadPerson: true },
  }),
  'queue.left': unchanged,
  'assignment.accepted': (head, { at, payload }) => ({
    ...head,
    holder: { kind: 'agent', agentId: payload.agentId, since: at },
    lastOwnerId: payload.agentId,
    episode: { ...head.episode, hadPerson: true },
  }),
  'assignment.revoked': (head) => ({ ...head, holder: { kind: 'none' } }),
  'sla.started': (head, { at, payload }) => ({ ...head, sla: { metric: payload.metric, startedAt: at, dueAt: payload.dueAt, breached: false } }),
  'sla.met': (head) => ({ ...head, sla: null }),
  'sla.breached': (head) => ({ ...head, sla: head.sla && { ...head.sla, breached: true } }),
};
