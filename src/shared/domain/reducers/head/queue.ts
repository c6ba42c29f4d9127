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
  // Whoever has it by now keeps it: a take-over may be written before the word that the former owner lost it.
  'assignment.revoked': (head, { payload }) =>
    head.holder.kind === 'agent' && head.holder.agentId === payload.agentId ? { ...head, holder: { kind: 'none' } } : head,
  'sla.started': (head, { at, payload }) => ({ ...head, sla: { metric: payload.metric, startedAt: at, dueAt: payload.dueAt, breached: false } }),
  // The clock of one metric may have made way for the other's by the time its end is written.
  'sla.met': (head, { payload }) => (head.sla?.metric === payload.metric ? { ...head, sla: null } : head),
  'sla.breached': (head, { payload }) => (head.sla?.metric === payload.metric ? { ...head, sla: { ...head.sla, breached: true } } : head),
};
