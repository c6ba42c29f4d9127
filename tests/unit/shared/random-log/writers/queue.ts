import { idOf, pickFrom, STAFF, SYSTEM } from '../world.ts';
import type { Writers } from '../writer.ts';

type Types = 'queue.entered' | 'queue.left' | 'assignment.accepted' | 'assignment.revoked' | 'sla.started' | 'sla.met' | 'sla.breached';

const queueId = (pick: number) => idOf(20 + (pick % 2));
const metricOf = (yes: boolean) => (yes ? 'first-response' : 'next-reply');

export const queueWriters: Writers<Types> = {
  'queue.entered': (_world, { pick, other }) => {
    const why = pickFrom(['handoff', 'transfer', 'owner-away', 'reopened'] as const, other);
    return why ? { actor: SYSTEM, payload: { queueId: queueId(pick), why } } : null;
  },
  'queue.left': (_world, { pick, other }) => {
    const why = pickFrom(['assigned', 'transferred', 'resolved', 'abandoned'] as const, other);
    return why ? { actor: SYSTEM, payload: { queueId: queueId(pick), why } } : null;
  },
  'assignment.accepted': (_world, { pick, other, later }) => {
    const agent = pickFrom(STAFF, pick);
    const how = pickFrom(['dispatched', 'taken-over', 'transferred', 'reopened'] as const, other);
    return agent && how ? { actor: agent, payload: { agentId: agent.id, how, reasons: [{ code: 'waited', value: later }, { code: 'load', value: '1/3' }], ruleVersion: 'fair-1' } } : null;
  },
  'assignment.revoked': ({ owner }, { pick, other }) => {
    const why = pickFrom(['away', 'transferred', 'taken-over', 'resolved'] as const, other);
    // Now and then of an agent who no longer has it: a colleague took over first.
    const agentId = pick % 4 === 0 ? pickFrom(STAFF, pick / 4)?.id : owner;
    return agentId && why ? { actor: SYSTEM, payload: { agentId, why } } : null;
  },
  'sla.started': (world, { yes, later }) => ({ actor: SYSTEM, payload: { metric: metricOf(yes), dueAt: world.at + later } }),
  'sla.met': (_world, { yes }) => ({ actor: SYSTEM, payload: { metric: metricOf(yes) } }),
  'sla.breached': (_world, { yes }) => ({ actor: SYSTEM, payload: { metric: metricOf(yes) } }),
};
